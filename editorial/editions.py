"""Editions: putting one in force, ending it, and reading one only if it is what was signed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from editorial.canonical import ContentUnreadable, canonical_text, digest_of
from editorial.content import CHINESE, ENGLISH, UNWRITTEN, SignedContent, Words
from editorial.kept import told
from editorial.models import Edition, SignedPage, SignOff
from editorial.seals import end_seal_of, is_end_sealed, is_redaction_sealed, is_sealed, seal_of


class EditionTampered(Exception):
    """A stored edition is not what was signed; it is never shown. The message names what is off."""


def put_in_force(
    content: SignedContent, *, page: SignedPage, revision: Revision, signed_by: SignOff, now: datetime
) -> Edition:
    """Write the next edition of `page` and end the former as superseded; call inside a transaction."""
    newest = Edition.objects.filter(page_id=page.pk).order_by("-number").first()
    if newest is not None and newest.ended_at is None:
        end(newest, Edition.End.SUPERSEDED, now=now)
    text = content.to_json()
    edition = Edition(
        page_id=page.pk,
        revision=revision,
        path=content.path,
        number=newest.number + 1 if newest else 1,
        content=text,
        digest=digest_of(text),
        signed_by=signed_by,
        languages=",".join(content.languages),
        uses=canonical_text([[row._meta.label_lower, row.pk] for row in page.uses()]),
        published_at=now,
        previous_seal=newest.seal if newest else "",
    )
    edition.seal = seal_of(edition)
    edition.save()
    type(page).on_edition(edition)
    return edition


def end(edition: Edition, how: Edition.End, *, now: datetime, because: Words = UNWRITTEN) -> None:
    """Set the only columns that may be set later, sealed; `because` is what readers are told."""
    edition.ended_at, edition.ended_reason = now, how
    edition.withdrawn_because_en = because.in_language(ENGLISH)
    edition.withdrawn_because_zh_hans = because.in_language(CHINESE)
    edition.end_seal = end_seal_of(edition)
    edition.save(update_fields=Edition.END)


def edition_for(path: str) -> Edition | None:
    """The edition in force at a signed path, verified; None when there is none.

    Raises EditionTampered when the stored row is not what was signed.
    """
    edition = Edition.objects.in_force().filter(path=path).select_related("signed_by", "page").first()
    if edition is not None:
        require_intact(edition)
        require_not_withdrawn(edition)
    return edition


def require_not_withdrawn(edition: Edition) -> None:
    """Raise EditionTampered for an edition in force that the page's log says was withdrawn."""
    for problem in withdrawal_problems(edition, withdrawn_numbers([edition.page_id])):
        raise EditionTampered(problem)


def withdrawal_problems(edition: Edition, withdrawn: Mapping[Any, Sequence[Any]]) -> Iterator[str]:
    """As `edition_problems`: that it is in force again, by the `withdrawn_numbers` of its page."""
    if edition.ended_at is None and edition.number in withdrawn.get(edition.page_id, ()):
        yield f"edition {edition}: in force although it was withdrawn"


def withdrawn_numbers(page_ids: Any) -> dict[Any, list[Any]]:
    """The editions that the logs of these pages say were withdrawn; ids may be a subquery."""
    numbers: dict[Any, list[Any]] = {}
    for entry in PageLogEntry.objects.filter(page_id__in=page_ids, action="editorial.withdraw"):
        numbers.setdefault(entry.page_id, []).append(told(entry, "edition"))
    return numbers


def last_ended(path: str) -> Edition | None:
    """The newest ended edition that stood at `path`, for the page that says it was taken down.

    Its words are not shown again, so only that it stood and how it ended must be genuine:
    a page withdrawn because it was tampered with still says that it was withdrawn.
    """
    edition = Edition.objects.filter(path=path, ended_at__isnull=False).order_by("-published_at").first()
    if edition is not None and not (is_sealed(edition) and is_end_sealed(edition)):
        raise EditionTampered(f"edition {edition}: its end was changed")
    return edition


def require_intact(edition: Edition) -> None:
    """Raise EditionTampered with the first thing that is off."""
    for problem in edition_problems(edition):
        raise EditionTampered(problem)


def edition_problems(edition: Edition) -> Iterator[str]:
    """Each way in which this one row is not what was signed, as a sentence."""
    sign_off = edition.signed_by
    if not is_sealed(edition):
        yield f"edition {edition}: the seal does not match"
    if not is_end_sealed(edition):
        yield f"edition {edition}: its end was changed"
    if not is_redaction_sealed(edition):
        yield f"edition {edition}: the removal of its words was forged"
    if edition.redacted_at is None and digest_of(edition.content) != edition.digest:
        yield f"edition {edition}: the words are not those that were signed"
    if not is_sealed(sign_off):
        yield f"edition {edition}: the sign-off's seal does not match"
    if (sign_off.scope, sign_off.digest, sign_off.page_id) != (
        SignOff.Scope.FINAL,
        edition.digest,
        edition.page_id,
    ):
        yield f"edition {edition}: the sign-off is for something else"
    yield from _content_problems(edition)


def _content_problems(edition: Edition) -> Iterator[str]:
    if edition.redacted_at is not None:
        if edition.ended_at is None:
            yield f"edition {edition}: in force although its words were removed"
        return
    try:
        content = edition.load()
    except (ContentUnreadable, ValueError, AttributeError, TypeError) as error:
        yield f"edition {edition}: {error}"
        return
    if (content.path, ",".join(content.languages)) != (edition.path, edition.languages):
        yield f"edition {edition}: path or languages differ from the signed ones"


def reviews_behind(edition: Edition) -> list[SignOff]:
    """The sealed language and medical reviews the edition's sign-off rested on, oldest first."""
    named = edition.signed_by.rests_on
    if named:
        found = SignOff.objects.filter(page_id=edition.page_id, pk__in=json.loads(named))
    elif edition.redacted_at is not None:
        return []
    else:
        # A sign-off of an earlier release names none: the newest review of exactly these pairs.
        digest = edition.load().language_digest
        found = SignOff.objects.filter(page_id=edition.page_id, scope=SignOff.Scope.CHINESE, digest=digest)
        found = found.order_by("-signed_at", "-pk")[:1]
    return sorted((review for review in found if is_sealed(review)), key=lambda review: review.signed_at)


def newest_sign_off(edition: Edition) -> SignOff:
    """The newest sealed final sign-off of the edition's digest since its publication ("still correct")."""
    return newest_sign_offs([edition])[edition.pk]


def newest_sign_offs(editions: Iterable[Edition]) -> dict[Any, SignOff]:
    """`newest_sign_off` of many editions by their primary key, in one query."""
    newest = {edition.pk: edition.signed_by for edition in editions}
    by_words = {(edition.page_id, edition.digest): edition for edition in editions}
    pages = {page_id for page_id, _digest in by_words}
    finals = SignOff.objects.filter(page_id__in=pages, scope=SignOff.Scope.FINAL)
    for sign_off in finals.order_by("signed_at", "pk"):
        edition = by_words.get((sign_off.page_id, sign_off.digest))
        if edition and sign_off.signed_at >= edition.published_at and is_sealed(sign_off):
            newest[edition.pk] = sign_off
    return newest


def day_of(moment: datetime) -> date:
    """The wall date of a moment where the signers work (settings.TIME_ZONE)."""
    return timezone.localtime(moment, timezone.get_default_timezone()).date()
