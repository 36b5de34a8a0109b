"""Every address at which the public could meet words, by the URL pattern that answers there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils import translation

from editorial.content import LANGUAGES

TRIAL = "nct00000001"
PAGE = f"/{{lang}}/trials/{TRIAL}/"
# A new public pattern without an entry here fails a test.
SURFACES: dict[str, tuple[str, ...]] = {
    "wagtail_serve": ("/{lang}/", PAGE),
    "trials": ("/{lang}/trials/",),
    "trial_sites": (f"{PAGE}sites/",),
    "trial_sheet": (f"{PAGE}print/",),
    "trial_history": (f"{PAGE}history/",),
    "trial_content": (f"/en/trials/{TRIAL}/content.json",),
    "astray": (f"/en/trials/{TRIAL}/%E3%80%82",),
    "way_in": ("/",),
    "short_link": (f"/t/{TRIAL}",),
    "sitemap": ("/sitemap.xml",),
    "robots": ("/robots.txt",),
    "healthz": ("/healthz",),
    "readyz": ("/readyz",),
    "^media/(?P<path>.+)$": ("/media/trial.txt",),
}
# Constant, or only a redirection to a surface above: looked at once, not after every act.
STILL = frozenset({"robots", "healthz", "readyz", "way_in", "astray", "^media/(?P<path>.+)$"})


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    location: str


def public_patterns() -> Iterator[str]:
    """Names of the patterns of every address outside the admin; the pattern itself where it has no name."""
    for entry in get_resolver().url_patterns:
        if str(entry.pattern) != settings.ADMIN_PATH:
            yield from _names(entry)


def _names(entry: Any) -> Iterator[str]:
    if isinstance(entry, URLPattern):
        yield entry.name or str(entry.pattern)
        return
    for inner in entry.url_patterns:
        yield from _names(inner)


def addresses(*, still: bool = False) -> list[str]:
    """The addresses of every surface in both languages."""
    paths = [path for name, paths in SURFACES.items() if still or name not in STILL for path in paths]
    return [path.format(lang=lang) for path in paths for lang in (LANGUAGES if "{lang}" in path else ("",))]


def read_public(*, still: bool = False) -> dict[str, Answer]:
    """What somebody who is not logged in is answered at each address."""
    reader = Client()
    # A request leaves its language active; what is refused afterwards is compared in English.
    with translation.override("en"):
        return {address: _answer(reader, address) for address in addresses(still=still)}


def _answer(reader: Client, address: str) -> Answer:
    response = reader.get(address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return Answer(response.status_code, content.decode(), response.get("Location", ""))
