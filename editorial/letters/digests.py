"""One mail a day and person, at the hour the site sets; none where there is nothing to say."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from editorial.letters.recipients import members
from editorial.letters.today import today_of
from editorial.letters.writing import compose, language_of
from editorial.models import Letter, SiteSettings
from editorial.people import GROUPS


def write_digests(now: datetime) -> list[Letter]:
    """Write today's digests, all or none of them, if the hour has come and nobody has written them.

    An older digest that never went out is dropped: today's says what is still true of it.
    """
    letters = list(digests(now))
    older = Letter.objects.filter(kind=Letter.Kind.DIGEST, sent_at__isnull=True, day__lt=day_of_digest(now))
    with transaction.atomic():
        if letters:
            older.delete()
        # The constraint decides between two commands at once; the later one writes nothing.
        Letter.objects.bulk_create(letters, ignore_conflicts=True)
    return letters


def digests(now: datetime) -> Iterator[Letter]:
    """Today's digests, not saved; none before the hour, and none when they are written already."""
    day = day_of_digest(now)
    moment = moment_of_digest(day)
    if now < moment or Letter.objects.filter(kind=Letter.Kind.DIGEST, day=day).exists():
        return
    for person in members(*GROUPS):
        letter = _digest(person, day, moment, now)
        if letter is not None:
            yield letter


def day_of_digest(now: datetime) -> date:
    return timezone.localtime(now, timezone.get_default_timezone()).date()


def moment_of_digest(day: date) -> datetime:
    """When the digests of a day are due, by the wall clock of settings.TIME_ZONE, winter and summer."""
    hour = SiteSettings.of_site().digest_hour
    return datetime.combine(day, time(hour), tzinfo=timezone.get_default_timezone())


def _digest(person: Any, day: date, moment: datetime, now: datetime) -> Letter | None:
    today = today_of(person, day=day, moment=moment)
    if not today.number:
        return None
    named = SiteSettings.of_site().words("site_name").in_language(language_of(person))
    site_name = named or settings.WAGTAIL_SITE_NAME
    letter = compose(Letter.Kind.DIGEST, person, now=now, today=today, site_name=site_name)
    letter.day = day
    return letter
