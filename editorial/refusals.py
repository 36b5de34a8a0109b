"""Why somebody may not put their name under this page now: each refusal is a sentence they can act on."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editorial.authors import written_by
from editorial.checklist import unticked
from editorial.content import CHINESE, Words
from editorial.desk import Desk, last_decision
from editorial.findings import Finding
from editorial.models import Edition, SignedPage
from editorial.people import belongs_to, label_of, name_of

LONGEST_REASON = 2000
SHOWN_PLACES = 5
UNSEEN_LETTERS = "\u115f\u1160\u3164\uffa0"
"""Fillers of the Korean script: letters to Unicode, nothing to the eye."""


class SignOffRefused(Exception):
    """The act did not take place; the message says why, to the person who tried."""


class Incomplete(SignOffRefused):
    """The form was sent half filled in: nobody tried what they may not, so no log keeps it."""


class ChangedSince(SignOffRefused):
    """What would be signed is no longer what was read; whatever was ticked speaks of other words."""


def require_member(person: Any, *groups: str, act: str) -> None:
    if not person.is_active:
        raise SignOffRefused(_("This account is not active."))
    if not belongs_to(person, *groups):
        raise SignOffRefused(
            _("Only members of “%(groups)s” may do this: %(act)s. Being an administrator is not enough.")
            % {"groups": " / ".join(map(label_of, groups)), "act": act}
        )


def require_page_permission(desk: Desk, person: Any) -> None:
    if not desk.page.permissions_for_user(person).can_edit():
        raise SignOffRefused(_("You have no permission on this page."))


def require_on_desk(desk: Desk) -> None:
    """The page must wait for a decision; otherwise say who took it and when."""
    if desk.task_state is not None:
        return
    decided = last_decision(desk.page.pk)
    if decided is None or decided.finished_by is None:
        raise SignOffRefused(_("This page was not submitted for review, or it was taken back."))
    raise SignOffRefused(
        _("This page does not wait for review: already decided by %(name)s at %(time)s.")
        % {
            "name": name_of(decided.finished_by),
            "time": date_format(timezone.localtime(decided.finished_at), "Y-m-d H:i"),
        }
    )


def require_four_eyes(desk: Desk, person: Any) -> None:
    if written := written_by(person, desk.page, desk.revision):
        raise wrote_it(desk.page, written)


def wrote_it(page: SignedPage, written: list[str]) -> SignOffRefused:
    """The refusal of an author, with the first few places of what they wrote."""
    return SignOffRefused(
        _("You wrote words of this page (%(places)s). Somebody who did not has to review and sign it.")
        % {"places": places_in_words(page, written)}
    )


def places_in_words(page: SignedPage, written: list[str]) -> str:
    """The first few places of what somebody wrote, as an editor calls them."""
    order = [field.name for field in fields(page.content_class)]
    # PostgreSQL keeps a version's fields in an order of its own; people read a page from its top.
    known = sorted(set(written), key=lambda place: (_rank(place.split(".")[0], order), place))
    return pgettext("between names", ", ").join(page.place_label(place) for place in known[:SHOWN_PLACES])


def _rank(field: str, order: list[str]) -> int:
    return order.index(field) if field in order else len(order)


def require_seen(desk: Desk, person: Any, seen: str) -> None:
    """What was on the screen is what is signed: the words, who they go out under, what is public now."""
    if desk.seen_by(person) != seen:
        raise ChangedSince(_("The text changed after you opened it. Read it again, then decide."))


def require_ticked(statements: Mapping[str, Any], ticked: set[str]) -> None:
    if missing := unticked(statements, ticked):
        raise Incomplete(_("Not ticked: %(statements)s") % {"statements": " ".join(missing)})


def require_unscheduled(desk: Desk) -> None:
    if desk.page.go_live_at or desk.page.expire_at:
        raise SignOffRefused(_("This page carries a go-live or expiry date, which nobody signs. Remove it."))


def require_free_address(desk: Desk) -> None:
    """One address, one page: another page's edition must not be in force there."""
    path = desk.content.path
    if Edition.objects.in_force().filter(path=path).exclude(page_id=desk.page.pk).exists():
        raise SignOffRefused(_("Another page is public at this address already: %(path)s") % {"path": path})


def require_no_blocking(findings: list[Finding], overrides: Mapping[str, str]) -> list[dict[str, str]]:
    """The overrides to record, each with its reason; raises for a blocking finding without one.

    `overrides` are reasons by `Finding.as_shown`.
    """
    blocking = [finding for finding in findings if finding.blocks]
    given = {key: reason for key, reason in overrides.items() if reason.replace("\0", "").strip()}
    _require_none([each for each in blocking if not (each.overridable and each.as_shown in given)])
    return [
        {"finding": each.key, "message": each.message, "reason": require_reason(given[each.as_shown])}
        for each in blocking
    ]


def require_chinese(desk: Desk) -> None:
    """There must be Chinese to find right: nothing may be open in it that only its writer can mend.

    What a signer may overrule, with a written reason, is judged by the reviewer with their own eyes first.
    """
    chinese = [each for each in desk.findings if each.language == CHINESE]
    _require_none([each for each in chinese if each.blocks and not each.overridable])


def _require_none(findings: list[Finding]) -> None:
    if not findings:
        return
    more = len(findings) - 1
    told = {"finding": findings[0].message, "more": more}
    if more:
        raise SignOffRefused(_("Still to be mended: %(finding)s And %(more)d more, see below.") % told)
    raise SignOffRefused(_("Still to be mended: %(finding)s") % told)


def require_language_review(desk: Desk) -> None:
    if desk.awaits_language_review:
        raise SignOffRefused(
            _("The Chinese text, as it reads now, was not reviewed by a Chinese language reviewer.")
        )


def require_medical_review(desk: Desk) -> None:
    if desk.awaits_medical_review:
        raise SignOffRefused(
            _("The page, as it reads now, was not reviewed by a medical reviewer, which it needs.")
        )


def require_public_reason(reason: Words) -> Words:
    """What readers are told, in English, in Chinese or both: urgency may leave no time for a translator."""
    written = [text for text in (reason.en, reason.zh_hans or "") if text.strip()]
    for text in written or [""]:
        require_reason(text)
    english, chinese = (text.replace("\0", "").strip() for text in (reason.en, reason.zh_hans or ""))
    return Words(en=english, zh_hans=chinese)


def require_reason(reason: str) -> str:
    reason = reason.replace("\0", "").strip()
    if not _says_something(reason):
        raise Incomplete(_("Please write the reason."))
    if len(reason) > LONGEST_REASON:
        raise Incomplete(
            _("The reason is too long: at most %(number)d characters.") % {"number": LONGEST_REASON}
        )
    return reason


def _says_something(text: str) -> bool:
    """Whether there is a letter or a digit to read: dots and invisible characters are no words."""
    return any(character.isalnum() and character not in UNSEEN_LETTERS for character in text)


def require_in_force_digest(sign_off_digest: str, seen: str) -> None:
    if sign_off_digest != seen:
        raise SignOffRefused(_("Another edition came into force after you opened this page. Read it again."))
