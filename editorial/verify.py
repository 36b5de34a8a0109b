"""verify_editions: is everything the public reads, and everything kept as evidence, what was signed?"""

import json
from collections.abc import Iterator

from django.apps import apps
from django.db import connection
from wagtail.models import PageLogEntry

from editorial import triggers
from editorial.editions import edition_problems
from editorial.kept import missing_or_altered, told
from editorial.models import Edition, SignedPage, SignOff
from editorial.notices import notice_problems
from editorial.seals import is_sealed


def problems() -> Iterator[str]:
    """A sentence per problem, naming page, edition and what is off; nothing when all is well."""
    editions = list(Edition.objects.select_related("signed_by", "page").order_by("page_id", "number"))
    yield from _sign_off_problems(editions)
    for edition in editions:
        yield from edition_problems(edition)
    yield from _chain_problems(editions)
    yield from _withdrawal_problems(editions)
    yield from missing_or_altered(editions)
    yield from _reviews_problems(editions)
    yield from notice_problems()
    for model in _signed_models():
        yield from _live_problems(model, editions)
        yield from _listed_problems(model, [edition for edition in editions if edition.ended_at is None])
    yield from (f"trigger {name} is missing" for name in triggers.missing(connection))


def _sign_off_problems(editions: list[Edition]) -> Iterator[str]:
    published = {(edition.page_id, edition.digest) for edition in editions}
    for sign_off in SignOff.objects.select_related("page"):
        if not is_sealed(sign_off):
            yield f"sign-off {sign_off.pk} on {sign_off.page.slug}: the seal does not match"
        elif sign_off.scope == SignOff.Scope.FINAL and (sign_off.page_id, sign_off.digest) not in published:
            yield f"sign-off {sign_off.pk} on {sign_off.page.slug}: its edition is missing"


def _chain_problems(editions: list[Edition]) -> Iterator[str]:
    former: Edition | None = None
    for edition in editions:
        if former is None or former.page_id != edition.page_id:
            number, seal, former_ended = 1, "", True
        else:
            number, seal, former_ended = former.number + 1, former.seal, former.ended_at is not None
        if edition.number != number:
            yield f"edition {edition}: edition {number} of this page is missing"
        elif edition.previous_seal != seal:
            yield f"edition {edition}: does not continue from the edition before it"
        if not former_ended:
            yield f"edition {former}: still in force although a newer edition exists"
        former = edition


def _withdrawal_problems(editions: list[Edition]) -> Iterator[str]:
    by_number = {(edition.page_id, str(edition.number)): edition for edition in editions}
    for entry in PageLogEntry.objects.filter(action="editorial.withdraw"):
        edition = by_number.get((entry.page_id, str(told(entry, "edition"))))
        if edition is not None and edition.ended_at is None:
            yield f"edition {edition}: in force although it was withdrawn on {entry.timestamp:%Y-%m-%d}"


def _reviews_problems(editions: list[Edition]) -> Iterator[str]:
    """Reviews a sign-off says it rested on and that are not there, or are of another page."""
    standing = set(SignOff.objects.values_list("page_id", "pk"))
    for edition in editions:
        for number in json.loads(edition.signed_by.rests_on or "[]"):
            if (edition.page_id, number) not in standing:
                yield f"edition {edition}: review {number} it rested on is missing"


def _live_problems(model: type[SignedPage], editions: list[Edition]) -> Iterator[str]:
    in_force = {edition.page_id: edition for edition in editions if edition.ended_at is None}
    live = {page.pk: page for page in model.objects.filter(live=True)}
    for page in live.values():
        if page.pk not in in_force:
            yield f"page {page.slug}: live without an edition in force"
        else:
            yield from _row_problems(page, in_force[page.pk])
    for page in model.objects.exclude(go_live_at=None, expire_at=None):
        yield f"page {page.slug}: carries a go-live or expiry date, which nobody signed"
    for page in model.objects.filter(live=False, pk__in=in_force):
        yield f"page {page.slug}: an edition is in force but the page is not live"


def _listed_problems(model: type[SignedPage], in_force: list[Edition]) -> Iterator[str]:
    try:
        yield from model.live_row_problems(in_force)
    except Exception as error:  # an edition whose words are no longer readable is named on its own
        yield f"listing: the rows cannot be compared with the editions ({type(error).__name__})"


def _row_problems(page: SignedPage, edition: Edition) -> Iterator[str]:
    if page.live_revision_id != edition.revision_id:
        yield f"page {page.slug}: live with another revision than edition {edition.number}"
        return
    # Both are built today, so a shared name that changed since is no difference here.
    try:
        signed = edition.revision.as_object().build_content().digest
    except Exception as error:  # whatever was done to the revision, the rest must still be looked at
        yield f"page {page.slug}: the revision that was signed cannot be read ({type(error).__name__})"
        return
    if page.build_content().digest != signed:
        yield f"page {page.slug}: the live row differs from the revision that was signed"


def _signed_models() -> Iterator[type[SignedPage]]:
    return (model for model in apps.get_models() if issubclass(model, SignedPage))
