"""Writing a letter: its template in the language of whoever gets it; the first line is the subject."""

import textwrap
from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import Truncator
from wagtail.models import Page
from wagtail.users.models import UserProfile

from editorial.models import Letter

LONGEST_LINE = 72
LONGEST_SUBJECT = 200


def compose(
    kind: Letter.Kind, person: Any, *, now: datetime, page: Page | None = None, **told: Any
) -> Letter:
    """A letter to `person`, not saved yet; every text in `told` becomes one line of it.

    The template is rendered in the person's language, with the wall clock of settings.TIME_ZONE.
    """
    language = language_of(person)
    if page is not None:
        told["page"] = page.get_admin_display_title()
    told = {name: one_line(value) if isinstance(value, str) else value for name, value in told.items()}
    # Wagtail sets the language and the clock of whoever acts, who is somebody else.
    with translation.override(language), timezone.override(timezone.get_default_timezone()):
        text = render_to_string(f"editorial/mail/{kind}.txt", told).strip()
    subject, _, body = text.partition("\n")
    return Letter(
        person=person,
        kind=kind,
        language=language,
        subject=Truncator(subject).chars(LONGEST_SUBJECT),
        body=body.strip() + "\n",
        page_id=page.pk if page is not None else None,
        made_at=now,
    )


def language_of(person: Any) -> str:
    """The language a person works in, as chosen in their account; else that of the site's admin."""
    chosen = UserProfile.objects.filter(user=person).values_list("preferred_language", flat=True).first()
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def one_line(text: str) -> str:
    """A text that cannot begin a header or a line of its own."""
    return " ".join(text.split())


def lines_of(text: str) -> list[str]:
    """What somebody wrote, in lines short enough to be quoted."""
    return [short for line in text.splitlines() for short in textwrap.wrap(line, LONGEST_LINE) or [""]]


def link(screen: str, *named: Any) -> str:
    """The absolute address of a screen of the admin."""
    return settings.SITE_URL + reverse(screen, args=named)
