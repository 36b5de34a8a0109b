"""Evidence that is gone or was altered, found by what still names it: a sealed row or the log.

What one sign-off leaves behind is spread over several tables on purpose. Whoever puts all of them back
to an earlier day, log included, is not found from inside: only a copy kept elsewhere tells of that.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from wagtail.models import PageLogEntry

from editorial.canonical import canonical_text, digest_of
from editorial.models import Edition
from editorial.seals import is_sealed, seal_of


@dataclass
class SignedVersion:
    """The stored version of a page that an edition was signed from, byte for byte."""

    SEALED: ClassVar[tuple[str, ...]] = ("edition_seal", "revision_id", "digest")

    edition_seal: str
    revision_id: int
    digest: str
    seal: str = ""


def version_seal_of(edition: Edition) -> str:
    """The seal over the version `edition` was signed from, to be kept in the log beside the sign-off."""
    return seal_of(_version_of(edition))


def missing_or_altered(editions: list[Edition]) -> Iterator[str]:
    """A sentence per version that was altered, and per edition that only the log still names."""
    logged = {(entry.page_id, str(told(entry, "edition"))): entry for entry in _signed_in_log()}
    for edition in editions:
        yield from _version_problems(edition, logged.pop((edition.page_id, str(edition.number)), None))
    for (_page_id, number), entry in logged.items():
        yield f"page {_slug(entry)}: edition {number}, which the log names, is missing"


def _version_problems(edition: Edition, entry: PageLogEntry | None) -> Iterator[str]:
    seal = told(entry, "version_seal")
    if edition.redacted_at is not None:
        return
    if seal is None:
        # Sign-offs of the first release name no reviews; their versions were not sealed either.
        if edition.signed_by.rests_on:
            yield f"edition {edition}: the log does not hold the seal of the version it was signed from"
        return
    if not is_sealed(replace(_version_of(edition), seal=str(seal))):
        yield f"edition {edition}: the version it was signed from was altered"


def _version_of(edition: Edition) -> SignedVersion:
    revision = edition.revision
    return SignedVersion(edition.seal, revision.pk, digest_of(canonical_text(revision.content)))


def _signed_in_log() -> Any:
    return PageLogEntry.objects.filter(action="editorial.sign_off").order_by("timestamp", "pk")


def told(entry: PageLogEntry | None, name: str) -> Any:
    # The log is not sealed: whatever stands in it, the rest must still be looked at.
    return entry.data.get(name) if entry and isinstance(entry.data, dict) else None


def _slug(entry: PageLogEntry) -> str:
    return entry.page.slug if entry.page else str(entry.page_id)
