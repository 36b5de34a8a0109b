"""Making the files of an edition ahead of the first reader: at its publication, and from the command line."""

import logging
from collections.abc import Iterator
from functools import partial
from threading import Thread

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Site

from editorial.editions import EditionTampered, edition_for
from editorial.models import Edition, SiteSettings
from trials.content import TrialContent
from trials.models.take_away import TakeAway
from trials.site.review import showing_of
from trials.take_away.files import EditionEnded, file_for, forget_ended
from trials.take_away.tools import CannotMake

log = logging.getLogger(__name__)


def make_soon(edition: Edition) -> None:
    """Delete the files of earlier editions now; after the commit, make this one's on a thread of its own."""
    forget_ended(edition.page_id)
    if settings.TAKE_AWAYS_AT_PUBLICATION:
        transaction.on_commit(partial(_start, edition.path))


def make_for(edition: Edition) -> Iterator[TakeAway]:
    """Every file of a verified edition, in all its languages, as it is shown today.

    Raises CannotMake, EditionEnded.
    """
    site = Site.objects.filter(is_default_site=True).first()
    names = SiteSettings.for_site(site) if site else SiteSettings()
    for lang in edition.language_codes:
        showing = showing_of(edition, lang=lang, site=names, today=timezone.localdate())
        for kind in TakeAway.Kind.values:
            yield file_for(showing, kind, patient=True)


def trials_in_force() -> Iterator[Edition]:
    """The editions of trials that the public can read, verified; those that are not genuine are left out."""
    paths = Edition.objects.in_force().filter(path__startswith="trials/").order_by("path")
    for path in paths.values_list("path", flat=True):
        try:
            edition = edition_for(path)
        except EditionTampered as problem:
            log.error("No file is made: %s", problem)
            continue
        if edition is not None and isinstance(edition.load(), TrialContent):
            yield edition


def _start(path: str) -> None:
    # A daemon: whoever publishes from the command line waits for no file.
    Thread(target=_make_at, args=(path,), name=f"take-aways of {path}", daemon=True).start()


def _make_at(path: str) -> None:
    try:
        edition = edition_for(path)
        for file in make_for(edition) if edition else ():
            log.info("Made: %s", file)
    except (CannotMake, EditionEnded, EditionTampered) as problem:
        log.warning("Files of %s are made when somebody asks for them: %s", path, problem)
    finally:
        connection.close()
