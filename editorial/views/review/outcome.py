"""What is said after a decision: what happened, what comes next, who is told, where it is public."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.authors import written_by
from editorial.desk import Desk, Step, open_desk
from editorial.letters.recipients import each_once, submitter, writers
from editorial.models import Edition
from editorial.people import MEDICAL_REVIEWERS, SIGNERS, name_of
from editorial.views.pages import public_buttons

MOST_NAMED = 3


@dataclass(frozen=True)
class Outcome:
    sentence: str
    buttons: list[Any] = field(default_factory=list)


def of_language_review(page: Any, reviewer: Any) -> Outcome:
    said = _("Recorded: the Chinese is right.")
    return Outcome(f"{said} {_next_step(open_desk(page.pk), reviewer)}")


def of_medical_review(page: Any, reviewer: Any) -> Outcome:
    said = _("Recorded: the medicine is right.")
    return Outcome(f"{said} {_next_step(open_desk(page.pk), reviewer)}")


def of_sign_off(edition: Edition, signer: Any) -> Outcome:
    due = date_format(edition.signed_by.review_due, "Y-m-d")
    told = {"number": edition.number, "due": due}
    if edition.signed_by.withheld_reason:
        said = _("Signed. Edition %(number)d is public, in English only; the page is due again by %(due)s.")
    else:
        said = _("Signed. Edition %(number)d is public in both languages; the page is due again by %(due)s.")
    wrote = _people(each_once(_who_wrote(edition), but=signer))
    informed = _("%(names)s see it among their pages.") % {"names": wrote} if wrote else ""
    return Outcome(f"{said % told} {informed}".strip(), public_buttons(edition))


def of_request(page: Any, reviewer: Any, languages: Iterable[str]) -> Outcome:
    told = each_once([*writers(page.pk, page.owner, languages), *submitter(page.pk)], but=reviewer)
    said = _("Sent back with your reason.")
    if not told:
        return Outcome(said)
    informed = _("Told at once by mail: %(names)s. They mend it and submit it again.")
    return Outcome(f"{said} {informed % {'names': _people(told)}}")


def _next_step(desk: Desk, reviewer: Any) -> str:
    group, act = {
        Step.MEDICAL_REVIEW: (MEDICAL_REVIEWERS, _("medical review")),
    }.get(desk.step, (SIGNERS, _("sign-off")))
    members = get_user_model().objects.filter(is_active=True, groups__name=group).exclude(pk=reviewer.pk)
    able = (each for each in members.order_by("pk") if not written_by(each, desk.page, desk.revision))
    told = {"act": act, "names": _people(able) or group}
    return _("Next: %(act)s, by %(names)s, who see it in their list and in the daily mail.") % told


def _who_wrote(edition: Edition) -> list[Any]:
    return writers(edition.page_id, edition.page.owner, edition.language_codes)


def _people(people: Iterable[Any]) -> str:
    names = [name_of(person) for person in people]
    more = len(names) - MOST_NAMED
    listed = ", ".join(names[:MOST_NAMED])
    if more <= 0:
        return listed
    told = {"names": listed, "more": more}
    return ngettext("%(names)s and %(more)d more", "%(names)s and %(more)d more", more) % told
