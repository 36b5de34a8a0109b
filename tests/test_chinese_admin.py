"""From a draft to the register in the Chinese admin: nothing it says is in English."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait
from wagtail.admin.models import EditingSession
from wagtail.models import Comment
from wagtail.users.models import UserProfile

from demo.pages import write_seed_trial
from tests.accessibility import states
from tests.accessibility.screens import SCREENS
from tests.editorial import desk
from tests.english_left import english_left
from tests.people import PASSWORD
from trials.models import TrialPage
from trials.tree import ensure_tree

pytestmark = pytest.mark.browser
home, submit, trial_at_work = states.home, desk.submit, states.trial_at_work
VOCABULARY = ("organisation", "condition", "place")
# What only an administrator sees.
OFFICE = ("images/", "images/add/", "collections/")
PATIENCE = 30
# A mark on the document that a new one does not have.
MARK, IS_NEW = "window.left = true", "return !window.left && document.readyState === 'complete'"
IS_READY = "return document.readyState === 'complete'"


class Office:
    """One browser at which people sit down in turn; remembers what was said in English, and where."""

    def __init__(self, driver: Chrome, site: str) -> None:
        self.driver, self.site = driver, site
        self.english: dict[str, list[str]] = {}

    def look(self, where: str) -> None:
        if left := english_left(self.driver):
            self.english.setdefault(where, []).extend(left)

    def open(self, address: str, *, where: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get(f"{self.site}{address}")
        self.wait(lambda driver: driver.execute_script(IS_READY))
        self.look(where or address)

    def sit_down(self, person: Any) -> None:
        self.nobody()
        UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": "zh-hans"})
        client = Client()
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.driver.add_cookie({"name": settings.SESSION_COOKIE_NAME, "value": session})

    def nobody(self) -> None:
        self.leave()
        self.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        self.driver.get(f"{self.site}/robots.txt")
        self.driver.add_cookie({"name": settings.LANGUAGE_COOKIE_NAME, "value": "zh-hans"})

    def leave(self) -> None:
        """A screen that is left says so to the server, with the cookies of who sat there."""
        self.driver.get("about:blank")
        self.wait(lambda _driver: not EditingSession.objects.exists())

    def press(self, selector: str) -> None:
        """Press what may stand in a closed menu or under the header."""
        self.driver.execute_script("arguments[0].click()", self.find(selector))

    def follow(self, selector: str, *, where: str) -> None:
        """Press something that leads to another screen, and look at that."""
        self.driver.execute_script(MARK)
        self.press(selector)
        self.wait(lambda driver: driver.execute_script(IS_NEW))
        self.look(where)

    def write(self, selector: str, text: str) -> None:
        self.find(selector).send_keys(text)

    def tick(self) -> None:
        for box in self.driver.find_elements(By.NAME, "ticked"):
            self.driver.execute_script("arguments[0].checked = true", box)

    def find(self, selector: str) -> Any:
        return self.wait(lambda driver: driver.find_elements(By.CSS_SELECTOR, selector))[0]

    def wait(self, until: Callable[[Chrome], Any]) -> Any:
        return WebDriverWait(self.driver, PATIENCE).until(until)


@pytest.fixture
def draft(author: Any, translator: Any) -> TrialPage:
    """The seed's page, complete in both languages."""
    return write_seed_trial(author=author, translator=translator, parent=ensure_tree().trials)


@pytest.fixture
def office(browser: Chrome, live_server: Any, transactional_db: None) -> Iterator[Office]:
    used = Office(browser, live_server.url)
    yield used
    used.leave()


def test_english_is_heard_in_texts_names_and_templates(browser, transactional_db):
    browser.get(
        "data:text/html;charset=utf-8,<title>标题</title><p>Sent to review</p>"
        "<button aria-label='Close dialog'></button><template><p>Saved by hand</p></template>"
        "<p lang=en>The patient</p><p>见ClinicalTrials.gov</p>"
    )

    assert english_left(browser) == ["Sent to review", "Close dialog", "Saved by hand"]


def test_a_page_goes_from_draft_to_register_without_an_english_word(
    office, draft, author, language_reviewer, signer
):
    asks_for_a_new_password(office)
    logs_in(office, author)
    looks_around(office, draft)
    writes_and_comments(office, draft)
    submits(office, draft, "submitted")
    finds_the_chinese_right(office, language_reviewer, draft)
    requests_changes(office, signer, draft)
    office.sit_down(author)
    office.open("/admin/", where="dashboard after changes were requested")
    submits(office, draft, "submitted again")
    signs(office, signer, draft)
    reads_what_was_done(office, draft)
    office.follow("form[action$='/logout/'] button", where="logged out")

    assert office.english == {}


def test_our_screens_say_nothing_in_english(office, trial_at_work, request):
    for screen in SCREENS:
        office.sit_down(request.getfixturevalue(screen.person)) if screen.person else office.nobody()
        office.open(f"/admin/{screen.address.format(page=trial_at_work.pk)}", where=f"{screen}, opened")
        screen.act(office.driver)
        office.find(screen.then or "body")
        office.look(f"{screen}, done")

    assert office.english == {}


def test_lists_of_names_and_the_administration_say_nothing_in_english(office, trial_at_work, superuser):
    office.sit_down(superuser)
    for model in VOCABULARY:
        for address in ("", "add/", "edit/1/", "history/1/", "usage/1/", "delete/1/"):
            office.open(f"/admin/snippets/trials/{model}/{address}")
    for address in OFFICE:
        office.open(f"/admin/{address}")

    assert office.english == {}


def asks_for_a_new_password(office: Office) -> None:
    office.nobody()
    office.open("/admin/password_reset/")
    office.write("[name=email]", "nobody@example.org")
    office.follow("main [type=submit]", where="password asked for")
    office.open("/admin/password_reset/confirm/MQ/set-password/")
    office.open("/admin/password_reset/complete/")


def logs_in(office: Office, person: Any) -> None:
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": "zh-hans"})
    office.open("/admin/login/")
    for password, where in (("wrong", "wrong password"), (PASSWORD, "dashboard of an author")):
        office.find("[name=username]").clear()
        office.write("[name=username]", person.username)
        office.write("[name=password]", password)
        office.follow("main [type=submit]", where=where)


def looks_around(office: Office, page: TrialPage) -> None:
    parent = page.get_parent().pk
    office.open(f"/admin/pages/{parent}/")
    office.press(".bulk-action-checkbox")
    office.wait(
        lambda driver: driver.find_element(By.CSS_SELECTOR, ".footer .bulk-actions-buttons").is_displayed()
    )
    office.look("bulk bar")
    for address in (
        f"pages/{parent}/?q=nothing+like+it",
        f"pages/{parent}/?q=trial",
        f"pages/add/trials/trialpage/{parent}/",
        f"pages/{page.pk}/usage/",
        "account/",
    ):
        office.open(f"/admin/{address}")
    office.follow("#main form [type=submit]", where="account saved")


def writes_and_comments(office: Office, page: TrialPage) -> None:
    office.open(reverse("wagtailadmin_pages:edit", args=[page.pk]), where="editing")
    for panel in ("status", "checks", "comments", "preview"):
        office.press(f"[data-side-panel-toggle={panel}]")
        office.look(f"side panel {panel}")
    office.write("#id_summary_en", " More.")
    office.wait(lambda _driver: "More." in newest(page).summary_en)
    office.wait(is_saved)
    office.look("saved by itself")
    office.press("[data-contentpath=headline_en] [data-comment-add]")
    office.write("#comments .comment textarea", "请再看一看。")
    office.look("comment begun")
    office.press("#comments .comment [type=submit]")
    office.wait(lambda _driver: Comment.objects.filter(page=page, text="请再看一看。").exists())
    office.wait(is_saved)
    office.look("comment written")
    office.follow("#page-edit-form .action-save", where="saved by hand")
    office.press("[name=still_right]")
    office.follow("#page-edit-form .action-save", where="found still right")
    office.open(f"/admin/pages/{page.pk}/history/")


def submits(office: Office, page: TrialPage, where: str) -> None:
    office.open(reverse("wagtailadmin_pages:edit", args=[page.pk]), where=f"before: {where}")
    office.follow("[name=action-submit]", where=where)
    office.open(reverse("wagtailadmin_pages:edit", args=[page.pk]), where=f"editing, {where}")


def finds_the_chinese_right(office: Office, person: Any, page: TrialPage) -> None:
    office.sit_down(person)
    office.open("/admin/", where="dashboard of a reviewer")
    review = reverse("editorial_review", args=[page.pk])
    office.open(review, where="review of the Chinese")
    office.follow("[value=review-language]", where="review without ticks")
    office.open(reverse("wagtailadmin_pages:edit", args=[page.pk]), where="editing by a reviewer")
    office.open(review, where="review of the Chinese")
    office.tick()
    office.follow("[value=review-language]", where="the Chinese is right")


def requests_changes(office: Office, person: Any, page: TrialPage) -> None:
    office.sit_down(person)
    office.open("/admin/", where="dashboard of a signer")
    office.open(reverse("editorial_review", args=[page.pk]), where="review by a signer")
    office.press("details:has(#wrong-en) > summary")
    office.press("#wrong-en")
    office.write("[name=reason]", "剂量不对，请核对。")
    office.follow("[value=request-changes]", where="changes requested")


def signs(office: Office, person: Any, page: TrialPage) -> None:
    office.sit_down(person)
    office.open(reverse("editorial_review", args=[page.pk]), where="before the sign-off")
    office.tick()
    office.follow("[value=sign-off]", where="signed off")


def reads_what_was_done(office: Office, page: TrialPage) -> None:
    older, newer = page.revisions.order_by("pk").values_list("pk", flat=True)[:2]
    for address in (
        "",
        "register/",
        f"editions/{page.pk}/",
        f"still-correct/{page.pk}/",
        f"pages/{page.pk}/history/",
        f"pages/{page.pk}/revisions/compare/{older}...{newer}/",
        f"pages/{page.pk}/edit/",
        f"pages/{page.get_parent().pk}/",
        "reports/site-history/",
        "reports/aging-pages/",
        "reports/locked/",
        "reports/page-types-usage/",
        "letters/",
        "load/",
        "workflows/",
    ):
        office.open(f"/admin/{address}")


def is_saved(driver: Chrome) -> bool:
    form = driver.find_element(By.ID, "page-edit-form")
    return form.get_attribute("data-w-unsaved-has-edits-value") == "false"


def newest(page: TrialPage) -> TrialPage:
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()
