"""How far each trial of the demonstration has come: one story for each state a page can be in."""

from collections.abc import Callable, Mapping

from demo import texts
from demo.acts import find_chinese_right, sign, submit
from demo.office import Office
from demo.pages import SEED, draft, write_seed_trial, write_trial
from editorial.signoff import request_changes
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
    submit(page, by=team["author"])
    find_chinese_right(page, by=team["language-reviewer"], now=office.days_ago(21))
    sign(page, by=team["signer"], now=office.days_ago(20))


def waits_for_sign_off(trial_id: str, office: Office) -> None:
    page = _submitted(trial_id, office, author="author", days=6)
    find_chinese_right(page, by=office.team["language-reviewer"], now=office.days_ago(2))


def waits_for_language_review(trial_id: str, office: Office) -> None:
    _submitted(trial_id, office, author="author2", days=3)


def changes_requested(trial_id: str, office: Office) -> None:
    page = _submitted(trial_id, office, author="author", days=9)
    find_chinese_right(page, by=office.team["language-reviewer"], now=office.days_ago(7))
    reason = texts.trial_text(trial_id)["request"]
    request_changes(page, reviewer=office.team["signer2"], reason=reason, now=office.days_ago(5))


def in_translation(trial_id: str, office: Office) -> None:
    _written(trial_id, office, author="author2", days=1)


def straight_from_the_registry(trial_id: str, office: Office) -> None:
    draft(trial_id, author=office.team["author"], parent=office.tree.trials, at=office.days_ago(1))


STORIES: Mapping[str, tuple[Story, str]] = {
    SEED: (public, "signed off and public"),
    "NCT05901974": (waits_for_sign_off, "Chinese reviewed, waits for sign-off"),
    "NCT05905653": (waits_for_language_review, "waits for the Chinese language review"),
    "NCT05688046": (changes_requested, "sent back with a reason"),
    "NCT05378763": (in_translation, "draft, suspended in the registry, Chinese begun"),
    "NCT04267848": (straight_from_the_registry, "draft as the registry has it, 1,148 sites"),
    "NCT05480501": (straight_from_the_registry, "draft as the registry has it"),
}


def _submitted(trial_id: str, office: Office, *, author: str, days: int) -> TrialPage:
    page = _written(trial_id, office, author=author, days=days)
    submit(page, by=office.team[author])
    return page


def _written(trial_id: str, office: Office, *, author: str, days: int) -> TrialPage:
    return write_trial(
        trial_id,
        author=office.team[author],
        translator=office.team["translator"],
        parent=office.tree.trials,
        at=office.days_ago(days),
    )
