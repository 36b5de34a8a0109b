"""How far each trial of the demonstration has come: one story for each state a page can be in."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from django.conf import settings

from demo import texts
from demo.acts import find_chinese_right, send_the_chinese_back, sign, submit, suggest_instead, warn
from demo.office import Office
from demo.pages import (
    SEED,
    draft,
    leave_half_translated,
    replace,
    tell_of_queries,
    write_seed_trial,
    write_trial,
)
from demo.passages import put_in
from demo.writing import newest
from trials.models import TrialPage

Story = Callable[[str, Office], None]


def public(trial_id: str, office: Office) -> None:
    team = office.team
    page = write_seed_trial(
        author=team["author"],
        translator=team["translator"],
        parent=office.tree.trials,
        at=office.days_ago(24),
    )
    tell_of_queries(page, by=team["author"], at=office.days_ago(24))
    submit(page, by=team["author"], at=office.days_ago(24))
    find_chinese_right(page, by=team["language-reviewer"], now=office.days_ago(21))
    sign(page, by=team["signer"], now=office.days_ago(20))


def overdue(trial_id: str, office: Office) -> None:
    """Signed so long ago that it was to be read again 20 days ago, and nobody did."""
    signed = settings.REVIEW_INTERVAL_DAYS + 20
    _published(trial_id, office, days=signed, signer="signer2")


def under_an_urgent_notice(trial_id: str, office: Office) -> None:
    page = _published(trial_id, office, days=50, signer="signer2")
    warn(
        page,
        texts.trial_text(trial_id)["notice"],
        by=office.team["lead"],
        now=office.now - timedelta(hours=3),
    )


def public_in_english_only(trial_id: str, office: Office) -> None:
    page = _submitted(trial_id, office, author="author2", days=14)
    reason = texts.trial_text(trial_id)["withheld"]
    sign(page, by=office.team["signer"], now=office.days_ago(12), withhold_chinese_because=reason)


def waits_for_its_second_sign_off(trial_id: str, office: Office) -> None:
    """Published with a slip in one number; the draft that mends it waits for a signer."""
    team, slip = office.team, texts.trial_text(trial_id)["slip"]
    page = _written(trial_id, office, author="author", days=44)
    place, right, wrong = slip["place"], slip["right"], slip["wrong"]
    replace(page, place, right, wrong, by=team["translator"], at=office.days_ago(43))
    _sign_off(page, office, author="author", days=40, signer="signer2")
    replace(newest(page), place, wrong, right, by=team["translator"], at=office.days_ago(6))
    submit(page, by=team["author"], at=office.days_ago(5))
    find_chinese_right(page, by=team["language-reviewer"], now=office.days_ago(2))


def waits_for_language_review(trial_id: str, office: Office) -> None:
    page = _submitted(trial_id, office, author="author2", days=3)
    for change in texts.trial_text(trial_id)["suggestions"]:
        suggest_instead(page, change, by=office.team["language-reviewer"], now=office.days_ago(1))


def changes_requested(trial_id: str, office: Office) -> None:
    page = _submitted(trial_id, office, author="author", days=9)
    reason = texts.trial_text(trial_id)["request"]
    send_the_chinese_back(page, by=office.team["language-reviewer"], reason=reason, now=office.days_ago(5))


def half_translated(trial_id: str, office: Office) -> None:
    """With approved passages, one criterion without Chinese, one whose English changed since, and one text
    by a machine; two questions are open.
    """
    team = office.team
    page = _written(trial_id, office, author="author", days=8)
    passages = texts.trial_text(trial_id)["passages"]
    put_in(page, passages, by=team["author"], at=office.days_ago(7))
    leave_half_translated(
        newest(page), author=team["author"], translator=team["translator"], at=office.days_ago(4)
    )


def straight_from_the_registry(trial_id: str, office: Office) -> None:
    draft(trial_id, author=office.team["author"], parent=office.tree.trials, at=office.days_ago(1))


STORIES: Mapping[str, tuple[Story, str]] = {
    SEED: (public, "signed off and public"),
    "NCT05905653": (overdue, "public, overdue for its review"),
    "NCT06331169": (under_an_urgent_notice, "public under an urgent notice that nobody confirmed yet"),
    "NCT04856215": (public_in_english_only, "public in English, its Chinese withheld"),
    "NCT05901974": (waits_for_its_second_sign_off, "public, one number mended waits for sign-off"),
    "NCT05688046": (waits_for_language_review, "waits for the Chinese language review, two suggestions"),
    "NCT05378763": (changes_requested, "sent back with a reason, suspended in the registry"),
    "NCT04267848": (straight_from_the_registry, "draft as the registry has it, 1,148 sites"),
    "NCT05480501": (half_translated, "draft half translated, with passages and queries"),
}


def _published(trial_id: str, office: Office, *, days: int, signer: str) -> TrialPage:
    page = _written(trial_id, office, author="author2", days=days + 4)
    _sign_off(page, office, author="author2", days=days, signer=signer)
    return page


def _sign_off(page: TrialPage, office: Office, *, author: str, days: int, signer: str) -> None:
    submit(page, by=office.team[author], at=office.days_ago(days + 2))
    find_chinese_right(page, by=office.team["language-reviewer"], now=office.days_ago(days + 1))
    sign(page, by=office.team[signer], now=office.days_ago(days))


def _submitted(trial_id: str, office: Office, *, author: str, days: int) -> TrialPage:
    page = _written(trial_id, office, author=author, days=days)
    submit(page, by=office.team[author], at=office.days_ago(days))
    return page


def _written(trial_id: str, office: Office, *, author: str, days: int) -> TrialPage:
    return write_trial(
        trial_id,
        author=office.team[author],
        translator=office.team["translator"],
        parent=office.tree.trials,
        at=office.days_ago(days),
    )
