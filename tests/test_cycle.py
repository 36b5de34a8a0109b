"""The whole life of a page, by keyboard alone: from a draft to the public, through a lapse, to its end."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from selenium.webdriver import Chrome, Keys

from editorial.desk import open_desk
from editorial.models import Edition, SignOff
from tests.editorial import desk as fixtures
from tests.keyboard import Keyboard
from trials.models import TrialPage

pytestmark = pytest.mark.browser
home, trials, draft = fixtures.home, fixtures.trials, fixtures.draft
PUBLIC = {"en": "/en/trials/nct00000001/", "zh-hans": "/zh-hans/trials/nct00000001/"}


@pytest.fixture
def keys(browser: Chrome, live_server: Any) -> Iterator[Keyboard]:
    person = Keyboard(browser, live_server.url)
    yield person
    # The answer to a goodbye must not come into the next test.
    person.leave()


def test_a_page_lives_by_keyboard_alone(
    keys,
    draft,
    author,
    translator,
    language_reviewer,
    signer,
    signer2,
    lead,
):
    submits(keys, author, draft)
    finds_the_chinese_right(keys, language_reviewer, draft)
    suggests(keys, signer, "One-line summary", "A clearer summary.")
    requests_changes(keys, signer, "The English", "Please take the clearer summary.")
    accepts_the_suggestion(keys, author)
    finds_the_stale_chinese_still_right(keys, translator, draft)
    submits(keys, author, draft)
    finds_the_chinese_right(keys, language_reviewer, draft)
    signs(keys, signer, draft)
    assert (edition(), "A clearer summary." in public(keys, "en")) == (1, True)

    edits(keys, author, draft, "criteria-0-text_en", "Platelets ≥75×10^9/L")
    edits(keys, translator, draft, "criteria-0-text_zh_hans", "血小板≥75×10^9/L")
    assert ("75" in public(keys, "en"), "75" in public(keys, "zh-hans")) == (False, False)
    submits(keys, author, draft)
    finds_the_chinese_right(keys, language_reviewer, draft)
    signs(keys, signer, draft)
    assert (edition(), "75" in public(keys, "en"), "75" in public(keys, "zh-hans")) == (2, True, True)

    with time_machine.travel(days_after_due(20), tick=True):
        assert "has not been reviewed" in public(keys, "en")
        assert "本页未按时审核" in public(keys, "zh-hans")
        confirms_still_correct(keys, signer2)
        assert "has not been reviewed" not in public(keys, "en")

        puts_up_a_notice(keys, lead, draft, "Taking new people in is paused", "the hospital")
        assert "Paused: the hospital says" in public(keys, "en")
        assert "紧急通知" in public(keys, "zh-hans")
        confirms_the_notice(keys, signer2, draft)

        withdraws(keys, lead, draft, "The trial has stopped.", "试验已经停止。")
        assert "We took this page down" in public(keys, "en")
        assert "试验已经停止。" in public(keys, "zh-hans")
    assert SignOff.objects.filter(scope="final").count() == 3


def submits(keys: Keyboard, person: Any, page: TrialPage) -> None:
    keys.sit_down(person)
    keys.open(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    keys.tab_to("More actions", back=True)
    keys.press(Keys.ENTER)
    keys.follow("action-submit")


def finds_the_chinese_right(keys: Keyboard, person: Any, page: TrialPage) -> None:
    opens_what_waits(keys, person)
    jumps_to_the_decision(keys)
    ticks(keys, open_desk(page.pk).statements(SignOff.Role.LANGUAGE_REVIEWER))
    keys.follow("The Chinese is right")


def suggests(keys: Keyboard, person: Any, row: str, wording: str) -> None:
    opens_what_waits(keys, person)
    keys.tab_to(f"Suggest a wording · {row}")
    keys.press(Keys.ENTER)
    keys.write("wording_en", wording)
    keys.follow("Suggest")


def requests_changes(keys: Keyboard, person: Any, wrong: str, reason: str) -> None:
    opens_what_waits(keys, person)
    keys.tab_to("Request changes")
    keys.press(Keys.ENTER)
    keys.tab_to("wrong")
    keys.press(Keys.SPACE)
    assert keys.focus()[0] == wrong
    keys.write("reason", reason)
    keys.follow("Request changes")


def accepts_the_suggestion(keys: Keyboard, person: Any) -> None:
    keys.sit_down(person)
    keys.follow("A trial")
    keys.follow("See suggestions")
    keys.follow("Accept")


def finds_the_stale_chinese_still_right(keys: Keyboard, person: Any, page: TrialPage) -> None:
    """The English changed: somebody has to say that its Chinese still holds, before anybody can sign."""
    keys.sit_down(person)
    keys.open(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    keys.tab_to("still_right")
    keys.press(Keys.SPACE)
    keys.follow("Save draft", back=True)


def edits(keys: Keyboard, person: Any, page: TrialPage, field: str, text: str) -> None:
    keys.sit_down(person)
    keys.open(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    keys.write(field, text)
    keys.follow("Save draft", back=True)


def signs(keys: Keyboard, person: Any, page: TrialPage) -> None:
    opens_what_waits(keys, person)
    jumps_to_the_decision(keys)
    ticks(keys, open_desk(page.pk).statements(SignOff.Role.SIGNER))
    keys.follow("Sign off and publish")


def confirms_still_correct(keys: Keyboard, person: Any) -> None:
    keys.sit_down(person)
    keys.follow("A trial")
    ticks(keys, open_desk(Edition.objects.in_force().get().page_id).statements(SignOff.Role.SIGNER))
    keys.follow("Still correct")


def puts_up_a_notice(keys: Keyboard, person: Any, page: TrialPage, kind: str, source: str) -> None:
    keys.sit_down(person)
    keys.open(reverse("editorial_notice", args=[page.pk]))
    keys.tab_to("kind")
    chooses(keys, kind)
    keys.tab_to("source")
    chooses(keys, source)
    keys.follow("Put up now")


def confirms_the_notice(keys: Keyboard, person: Any, page: TrialPage) -> None:
    keys.sit_down(person)
    keys.open(reverse("editorial_notice", args=[page.pk]))
    keys.follow("Confirm the notice")


def withdraws(keys: Keyboard, person: Any, page: TrialPage, english: str, chinese: str) -> None:
    keys.sit_down(person)
    keys.open(reverse("editorial_withdraw", args=[page.pk]))
    keys.write("reason_en", english)
    keys.write("reason_zh_hans", chinese)
    keys.follow("Withdraw now")


def opens_what_waits(keys: Keyboard, person: Any) -> None:
    """From the login to the first page in the list of what waits."""
    keys.sit_down(person)
    keys.follow("A trial")


def jumps_to_the_decision(keys: Keyboard) -> None:
    """By the link at the top: each text on the way has two stops, to ask and to suggest."""
    keys.tab_to("Go to your decision")
    keys.press(Keys.ENTER)


def ticks(keys: Keyboard, statements: dict[str, str]) -> None:
    """Tick each statement; a screen reader hears its signs in words, so they are known by their field."""
    for number in range(len(statements)):
        if number:
            keys.press(Keys.TAB)
        keys.tab_to("ticked", most=20)
        keys.press(Keys.SPACE)


def chooses(keys: Keyboard, name: str) -> None:
    """Among radio buttons, where arrows move the choice."""
    keys.press(Keys.SPACE)
    while keys.focus()[0] != name:
        keys.press(Keys.ARROW_DOWN)


def public(keys: Keyboard, lang: str) -> str:
    """What anybody reads, in the page's own language."""
    keys.open(PUBLIC[lang])
    # Disclosed or not: the criteria are folded.
    return keys.driver.execute_script("return document.body.textContent.replace(/\\s+/g, ' ')")


def edition() -> int:
    return Edition.objects.in_force().get().number


def days_after_due(days: int) -> datetime:
    due = SignOff.objects.filter(scope="final").latest("signed_at").review_due
    noon = datetime.combine(due + timedelta(days=days), time(12))
    return timezone.make_aware(noon)
