"""A public page as its reader meets it: words, outline, languages."""

import re
from collections.abc import Iterator
from datetime import date

from bs4 import BeautifulSoup, NavigableString, Tag
from django.template.loader import render_to_string
from django.utils import translation

from editorial.content import SignedContent, Words
from editorial.showing import Showing
from tests.site.publishing import site_settings
from trials.site.reading import read_trial

TODAY = date(2026, 5, 20)
REVIEWED = date(2026, 5, 15)
DUE = date(2026, 11, 11)
ROLES = Words("- Haematologist", "- 血液科医生")
HEADINGS = ("h1", "h2", "h3", "h4")


def showing(content: SignedContent, lang: str = "en", **changes: object) -> Showing:
    """Content as if it had been signed on 15 May 2026 and were read five days later."""
    values = {"site": site_settings(), "today": TODAY, "last_reviewed": REVIEWED, "review_due": DUE}
    return Showing(content=content, lang=lang, **values | {"reviewer_roles": ROLES} | changes)


def article(content: SignedContent, lang: str = "en", **changes: object) -> BeautifulSoup:
    """The article of a trial page."""
    reading = read_trial(showing(content, lang, **changes))
    with translation.override(lang):
        return soup(render_to_string("components/trial.html", {"t": reading}))


def soup(html: str | bytes) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def words_of(part: Tag) -> str:
    """What the eye reads: without what is only heard, white space as a browser shows it."""
    seen = "".join(str(text) for text in part.find_all(string=True) if not _is_only_heard(text))
    return one_line(seen)


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def outline(part: Tag) -> list[str]:
    return [heading.name for heading in part.find_all(HEADINGS)]


def headings(part: Tag, name: str) -> list[str]:
    return [words_of(heading) for heading in part.find_all(name)]


def section(page: Tag, name: str) -> Tag:
    return page.find(id=name)


def facts(part: Tag) -> dict[str, str]:
    """A list of facts as label and value."""
    return {words_of(row.dt): words_of(row.dd) for row in part.select(".facts__row")}


def texts_by_language(page: Tag) -> Iterator[tuple[str, str]]:
    """Each text node of the body with the language it is marked as."""
    for text in page.body.find_all(string=True):
        if text.strip():
            yield text.find_parent(lang=True)["lang"], text.strip()


def _is_only_heard(text: NavigableString) -> bool:
    return any("u-heard" in parent.get("class", ()) for parent in text.parents if isinstance(parent, Tag))
