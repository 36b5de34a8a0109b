"""What is said after a decision: what happened, what comes next, who is told, where it is public."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from editorial.authors import written_by
from editorial.content import CHINESE, ENGLISH, LANGUAGES
from editorial.desk import Desk, Step, open_desk
from editorial.letters.at_once import told_of_withdrawal
from editorial.letters.recipients import each_once, submitter, writers
from editorial.models import Edition, UrgentNotice
from editorial.people import LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS, label_of, name_of
from editorial.views.pages import public_buttons

MOST_NAMED = 3


@dataclass(frozen=True)
class Outcome:
    sentence: str
    buttons: list[Any] = field(default_factory=list)


def of_language_review(page: Any, reviewer: Any) -> Outcome:
    said = _("Recorded: the Chinese is right.")
    return Outcome(followed(said, next_step(open_desk(page.pk), reviewer)))


def of_medical_review(page: Any, reviewer: Any) -> Outcome:
    said = _("Recorded: the medicine is right.")
    return Outcome(followed(said, next_step(open_desk(page.pk), reviewer)))


def of_sign_off(edition: Edition, signer: Any) -> Outcome:
    due = date_format(edition.signed_by.review_due, "Y-m-d")
    told = {"number": edition.number, "due": due}
    if edition.signed_by.withheld_reason:
        said = _("Signed. Edition %(number)d is public, in English only; the page is due again by %(due)s.")
    else:
        said = _("Signed. Edition %(number)d is public in both languages; the page is due again by %(due)s.")
    wrote = _people(each_once(_who_wrote(edition), but=signer))
    informed = _("%(names)s see it among their pages.") % {"names": wrote} if wrote else ""
    goes_on = ""
    if edition.signed_by.withheld_reason:
        goes_on = _("The Chinese stays in the draft; when it is ready, submit the page again.")
    return Outcome(followed(followed(said % told, goes_on), informed), public_buttons(edition))


def of_request(page: Any, reviewer: Any, languages: Iterable[str]) -> Outcome:
    told = each_once([*writers(page.pk, page.owner, languages), *submitter(page.pk)], but=reviewer)
    said = _("Sent back with your reason.")
    if not told:
        return Outcome(said)
    informed = _("Told at once by mail: %(names)s. They mend it and submit it again.")
    return Outcome(followed(said, informed % {"names": _people(told)}))


def of_withdrawal(edition: Edition, by: Any) -> Outcome:
    said = {
        "": _("Withdrawn. Its address now says that the page was taken down, and why."),
        ENGLISH: _(
            "Withdrawn. Its address now says that the page was taken down, and why, in English only; "
            "the Chinese page gives no reason."
        ),
        CHINESE: _(
            "Withdrawn. Its address now says that the page was taken down, and why, in Chinese only; "
            "the English page gives no reason."
        ),
    }[edition.withdrawn_because_only_in]
    told, lifted = _people(told_of_withdrawal(edition, by=by)), _lifted_with(edition)
    informed = _("Told at once by mail: %(names)s.") % {"names": told} if told else ""
    return Outcome(followed(followed(said, lifted), informed), public_buttons(edition))


def _lifted_with(edition: Edition) -> str:
    number = UrgentNotice.objects.filter(page_id=edition.page_id, lifted_at=edition.ended_at).count()
    if not number:
        return ""
    said = ngettext(
        "%(number)d urgent notice was lifted with it.",
        "%(number)d urgent notices were lifted with it.",
        number,
    )
    return said % {"number": number}


def next_step(desk: Desk, reviewer: Any = None) -> str:
    """What comes next and who may do it, but for `reviewer`, who has just done their part."""
    if desk.task_state is None:
        return _("Next: submit the page for review.")
    group, act = {
        Step.LANGUAGE_REVIEW: (LANGUAGE_REVIEWERS, _("review of the Chinese")),
        Step.MEDICAL_REVIEW: (MEDICAL_REVIEWERS, _("medical review")),
    }.get(desk.step, (SIGNERS, _("sign-off")))
    members = get_user_model().objects.filter(is_active=True, groups__name=group)
    if reviewer:
        members = members.exclude(pk=reviewer.pk)
    able = (each for each in members.order_by("pk") if not written_by(each, desk.page, desk.revision))
    told = {"act": act, "names": _people(able) or label_of(group)}
    return _("Next: %(act)s, by %(names)s, who see it in their list and in the daily mail.") % told


def followed(sentence: str, further: str) -> str:
    """One sentence after another, as the language of the screen puts them."""
    return _("%(sentence)s %(further)s") % {"sentence": sentence, "further": further} if further else sentence


def _who_wrote(edition: Edition) -> list[Any]:
    # Where the Chinese was withheld, its writers are who goes on.
    withheld = bool(edition.signed_by.withheld_reason)
    return writers(edition.page_id, edition.page.owner, (CHINESE, ENGLISH) if withheld else LANGUAGES)


def _people(people: Iterable[Any]) -> str:
    names = [name_of(person) for person in people]
    more = len(names) - MOST_NAMED
    listed = pgettext("between names", ", ").join(names[:MOST_NAMED])
    if more <= 0:
        return listed
    told = {"names": listed, "more": more}
    return ngettext("%(names)s and %(more)d more", "%(names)s and %(more)d more", more) % told
