"""The seed trial as it is shown on a day, without a database; what is in force is somebody else's test."""

import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from django.utils import translation

from editorial.models import Edition
from editorial.showing import Showing
from tests.site.publishing import site_settings
from tests.site.seed import seed_content
from trials.content import TrialContent
from trials.site.criteria import criteria_groups
from trials.take_away.pdf import pdf_order
from trials.take_away.picture import picture_order
from trials.take_away.printing import Order, printed

DAY, DUE = date(2026, 5, 20), date(2026, 11, 11)
DECISIVE = ("i1", "i3", "e2")
ORDERS = {"pdf": pdf_order, "picture": picture_order}


def marked_content(*decisive: str, **changes: object) -> TrialContent:
    """The seed with the criteria of these keys chosen for the card."""
    content = seed_content(schema=4, **changes)
    rows = tuple(replace(row, decisive=row.key in decisive) for row in content.criteria)
    return replace(content, criteria=rows)


def showing_of(content: TrialContent, *, lang: str, **changes: object) -> Showing:
    edition = Edition(number=3, digest=content.digest, published_at=datetime(2026, 5, 15, 3, tzinfo=UTC))
    shown = {
        "content": content,
        "lang": lang,
        "site": site_settings(),
        "today": DAY,
        "edition": edition,
        "last_reviewed": date(2026, 5, 15),
        "review_due": DUE,
    }
    return Showing(**shown | changes)


def ordered(kind: str, showing: Showing) -> Order:
    with translation.override(showing.lang):
        return ORDERS[kind](showing)


@cache
def seed_file(kind: str, lang: str) -> bytes:
    """The file of the seed, made once for the whole run."""
    return printed(ordered(kind, showing_of(marked_content(*DECISIVE), lang=lang)))


def text_of(pdf: bytes, *options: str) -> str:
    """The words of a PDF without the blanks and line ends of its layout."""
    command = ["pdftotext", *options, "-", "-"]
    told = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return "".join(told.stdout.decode().split())


def criteria_texts(content: TrialContent, lang: str) -> list[str]:
    """Number and words of every criterion, as the page says them."""

    def flat(items):
        return [each for item in items for each in ((item.number, item.text), *flat(item.items))]

    return [each for group in criteria_groups(content.criteria, lang=lang) for each in flat(group.items)]
