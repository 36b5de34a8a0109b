"""What must go on working beside the shut doors: an editorial office does its day's work."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment

from editorial.desk import Step, open_desk
from editorial.models import Edition, SignOff
from editorial.signoff import still_correct
from editorial.verify import problems
from tests.editorial.desk import CHINESE_TICKED
from tests.editorial.doors.office import Office, edit_url
from tests.editorial.doors.opening import before, office, start, starting  # noqa: F401
from tests.editorial.doors.oracles import CHINESE_SENTENCE, ENGLISH_SENTENCE, SIGNED
from tests.editorial.doors.public import Public
from tests.editorial.doors.surfaces import PAGE
from tests.trials.posting import HTML, autosaved, form_values
from trials.models import TrialPage

pytestmark = [pytest.mark.proof, pytest.mark.django_db]
# ruff: noqa: F811  fixtures imported above

ALL_TICKED = {"read_as_reader", "agrees_with_sources"}


def form_of(office: Office, who: str) -> dict[str, object]:
    return form_values(office.browser(who).get(edit_url(office.pk)).content.decode())


def saves(office: Office, who: str, **fields: str) -> str:
    return office.edits(who, form_of(office, who) | fields, headers=HTML)


def step(office: Office) -> Step:
    return open_desk(office.pk).step


@starting("published")
def test_a_draft_of_a_live_page_is_saved(office: Office, before: Public) -> None:
    said = saves(office, "author", summary_en="A newer summary.")

    assert said == "Page 'UTAA17' has been updated."
    assert office.newest.content["summary_en"] == "A newer summary."
    assert (office.page.live, office.page.summary_en) == (True, SIGNED["en"][0])
    assert (before.differs("same"), list(problems())) == ([], [])


@starting("published")
def test_an_open_screen_saves_a_live_page_s_draft_by_itself(office: Office, before: Public) -> None:
    browser, signed = office.browser("author"), office.edition.revision_id
    values = form_of(office, "author") | {"summary_en": "Typed first."}

    first = autosaved(browser, office.page, values)
    again = autosaved(browser, office.page, values | {"summary_en": "Typed next."})

    assert (first["success"], again["success"]) == (True, True)
    assert first["revision_id"] == again["revision_id"] != signed
    assert office.newest.content["summary_en"] == "Typed next."
    assert (before.differs("same"), list(problems())) == ([], [])


@starting("redrafted")
@pytest.mark.parametrize(("lang", "words"), [("en", ENGLISH_SENTENCE), ("zh-hans", CHINESE_SENTENCE)])
def test_a_draft_is_previewed_in_both_languages(office: Office, lang: str, words: str) -> None:
    browser = office.browser("author")
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[office.pk])

    stored = browser.post(url, form_of(office, "author")).json()
    shown = browser.get(url, {"mode": lang}).content.decode()

    assert stored == {"is_valid": True, "is_available": True}
    assert words in shown


@starting("redrafted")
def test_who_works_here_reads_the_draft(office: Office) -> None:
    answer = office.browser("translator").get(reverse("wagtailadmin_pages:view_draft", args=[office.pk]))

    assert ENGLISH_SENTENCE in answer.content.decode()


@starting("draft")
def test_an_unsigned_page_is_moved(office: Office) -> None:
    another = office.trials.add_child(instance=TrialPage(title="Another", trial_id="NCT00000002"))
    url = reverse("wagtailadmin_pages:move_confirm", args=[office.pk, office.trials.pk])

    said = office.posts("superuser", url)

    assert said == "Page 'UTAA17' moved. Edit"
    assert [page.pk for page in office.trials.get_children()] == [another.pk, office.pk]


@starting("draft")
def test_an_unsigned_page_is_deleted(office: Office) -> None:
    said = office.posts("superuser", reverse("wagtailadmin_pages:delete", args=[office.pk]))

    assert said == "Page 'UTAA17' deleted."
    assert TrialPage.objects.count() == 0


@starting("published")
def test_a_comment_is_made_on_a_live_page(office: Office, before: Public) -> None:
    comment = {"text": "Is this right?", "contentpath": "summary_en", "position": "", "id": "", "DELETE": ""}
    values = form_of(office, "signer") | {f"comments-0-{name}": value for name, value in comment.items()}
    values |= {"comments-TOTAL_FORMS": "1", "comments-INITIAL_FORMS": "0"}
    values |= {"comments-0-replies-TOTAL_FORMS": "0", "comments-0-replies-INITIAL_FORMS": "0"}

    office.edits("signer", values, headers=HTML)

    made = Comment.objects.get(page_id=office.pk)
    assert (made.text, made.user) == ("Is this right?", office.people["signer"])
    assert before.differs("same") == []


@starting("redrafted")
def test_a_page_is_submitted_and_taken_back(office: Office, before: Public) -> None:
    saves(office, "author", **{"action-submit": "action-submit"})
    submitted = step(office)
    saves(office, "author", **{"action-cancel-workflow": "true"})

    assert (submitted, step(office)) == (Step.LANGUAGE_REVIEW, Step.NOT_SUBMITTED)
    assert before.differs("same") == []


@starting("resubmitted")
def test_changes_are_requested_made_and_signed(office: Office) -> None:
    office.decides("signer", "request-changes", ticked=(), reason="Which dose?")
    sent_back = step(office)
    saves(office, "author", status="SUSPENDED", **{"action-submit": "action-submit"})
    office.decides("signer", "sign-off", ticked=office.statements())

    assert sent_back == Step.NOT_SUBMITTED
    assert (office.edition.number, office.page.status) == (2, "SUSPENDED")
    assert list(problems()) == []


@starting("published")
def test_a_page_is_withdrawn_and_signed_again(office: Office) -> None:
    url, page = reverse("editorial_withdraw", args=[office.pk]), PAGE.format(lang="en")
    office.posts("lead", url, {"reason_en": "A wrong number."})
    gone = office.browser("author").get(page).status_code
    office.submits()
    office.decides("signer", "sign-off", ticked=office.statements())

    assert (gone, office.browser("author").get(page).status_code) == (410, 200)
    assert office.edition.number == 2
    assert list(problems()) == []


@starting("redrafted")
def test_an_edition_is_found_still_correct_beside_a_newer_draft(office: Office) -> None:
    edition = office.edition

    still_correct(
        office.page,
        reviewer=office.people["signer2"],
        seen=edition.digest,
        ticked=ALL_TICKED,
        now=timezone.now(),
    )

    assert SignOff.objects.filter(digest=edition.digest, scope="final").count() == 2
    assert Edition.objects.filter(page_id=office.pk).count() == 1
    assert list(problems()) == []


@starting("draft")
def test_an_editor_without_the_right_to_publish_brings_a_page_to_the_public(office: Office) -> None:
    saves(office, "author", **{"action-submit": "action-submit"})
    office.decides("language_reviewer", "review-language", ticked=CHINESE_TICKED)
    office.decides("signer", "sign-off", ticked=office.statements())

    words = office.browser("author").get(PAGE.format(lang="en")).content.decode()
    assert SIGNED["en"][0] in words
    assert (office.edition.number, office.page.live) == (1, True)
    assert list(problems()) == []
