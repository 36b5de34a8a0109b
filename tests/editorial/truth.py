"""What is wrong with one page, found without the code that is to keep it right: rows and public answers."""

import hashlib
import json
from collections.abc import Iterator, Mapping

from django.test import Client

from editorial.models import Edition, SignOff
from trials.models import PublishedTrial, TrialPage

READER = Client()


def falsehoods(page_id: int, *, read: Mapping[int, set[str]]) -> Iterator[str]:
    """A sentence per way in which the public, the admin and the evidence of a page do not agree.

    `read` has the digests of what each signer had on the screen.
    """
    page = TrialPage.objects.get(pk=page_id)
    editions = list(Edition.objects.filter(page_id=page_id).select_related("signed_by", "revision"))
    in_force = [edition for edition in editions if edition.ended_at is None]
    if len(in_force) > 1:
        yield f"{len(in_force)} editions in force"
    for edition in editions:
        yield from _of_edition(edition, read)
    for sign_off in SignOff.objects.filter(page_id=page_id).select_related("revision"):
        if sign_off.revision.created_at > sign_off.signed_at:
            yield f"the revision was rewritten after a sign-off of scope {sign_off.scope}"
    yield from _of_live_state(page, in_force)
    yield from _of_public_answer(page, in_force)


def _of_edition(edition: Edition, read: Mapping[int, set[str]]) -> Iterator[str]:
    digest = hashlib.sha256(edition.content.encode()).hexdigest()
    if not edition.digest == edition.signed_by.digest == digest:
        yield f"edition {edition.number}: not what its sign-off says"
    if digest not in read.get(edition.signed_by.person_id, ()):
        yield f"edition {edition.number}: its signer did not read these words"
    if edition.revision.content["summary_en"] != summary_of(edition):
        yield f"edition {edition.number}: its revision says something else"


def _of_live_state(page: TrialPage, in_force: list[Edition]) -> Iterator[str]:
    if page.live != bool(in_force):
        yield f"the page is {'live' if page.live else 'not live'}, editions in force: {len(in_force)}"
    listed = list(PublishedTrial.objects.filter(page_id=page.pk).values_list("edition_id", flat=True))
    if listed != [edition.pk for edition in in_force]:
        yield "the list shows another edition than the one in force"
    for edition in in_force if page.live else ():
        if (page.live_revision_id, page.summary_en) != (edition.revision_id, summary_of(edition)):
            yield "the live row is not the revision that was signed"


def _of_public_answer(page: TrialPage, in_force: list[Edition]) -> Iterator[str]:
    answer = READER.get(f"/en/trials/{page.trial_id.lower()}/")
    expected = 200 if in_force else 410 if Edition.objects.filter(page_id=page.pk).exists() else 404
    if answer.status_code != expected:
        yield f"the public reads {answer.status_code} instead of {expected}"
    elif in_force and summary_of(in_force[0]) not in answer.content.decode():
        yield "the public does not read the words of the edition in force"


def summary_of(edition: Edition) -> str:
    return json.loads(edition.content)["summary"]["en"]
