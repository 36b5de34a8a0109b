"""Every address at which the public could meet words, by the URL pattern that answers there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from subprocess import run
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils import translation

from editorial.content import LANGUAGES
from editorial.models import Edition
from trials.site.review import CODE_LENGTH
from trials.take_away.making import make_for, trials_in_force

TRIAL = "nct00000001"
PAGE = f"/{{lang}}/trials/{TRIAL}/"
# Where an address holds the code of the trial's first edition, which is known once there is one.
CODE = "CODE"
# A new public pattern without an entry here fails a test.
SURFACES: dict[str, tuple[str, ...]] = {
    "wagtail_serve": ("/{lang}/", PAGE),
    "trials": ("/{lang}/trials/",),
    "trial_sites": (f"{PAGE}sites/",),
    "trial_sheet": (f"{PAGE}print/",),
    "trial_history": (f"{PAGE}history/",),
    "trial_self_check": (f"{PAGE}check/",),
    "verify": (f"/verify/{CODE}/",),
    "verify_in_language": ("/{lang}/verify/", f"/{{lang}}/verify/{CODE}/"),
    "trial_content": (f"/en/trials/{TRIAL}/content.json",),
    "trial_report": (f"{PAGE}report/",),
    "trial_pdf": (f"{PAGE}take-away.pdf",),
    "trial_picture": (f"{PAGE}picture.png",),
    "trial_share_image": (f"{PAGE}share.png",),
    "words": ("/{lang}/words/",),
    "astray": (f"/en/trials/{TRIAL}/%E3%80%82",),
    "astray_file": (f"/en/trials/{TRIAL}/content.json%E3%80%82",),
    "way_in": ("/",),
    "short_link": (f"/t/{TRIAL}",),
    "sitemap": ("/sitemap.xml",),
    "sitemap_part": ("/sitemaps/1.xml",),
    "feed": ("/{lang}/feed.xml",),
    "content_schema": ("/schemas/trial.json",),
    "robots": ("/robots.txt",),
    "healthz": ("/healthz",),
    "readyz": ("/readyz",),
    "^media/(?P<path>.+)$": ("/media/trial.txt",),
}
# Constant, or only a redirection to a surface above: looked at once, not after every act.
STILL = frozenset(
    {
        "content_schema",
        "robots",
        "healthz",
        "readyz",
        "way_in",
        "astray",
        "astray_file",
        "^media/(?P<path>.+)$",
    }
)
STAMP = re.compile(r'(?<=name="stamp" value=")[^"]*')


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
    if still:
        # A reader in a hurry is told to come again while the press makes the files of another test.
        for edition in trials_in_force():
            list(make_for(edition))
    reader = Client()
    # A request leaves its language active; what is refused afterwards is compared in English.
    with translation.override("en"):
        return {address: _answer(reader, address) for address in addresses(still=still)}


def _code() -> str:
    first = Edition.objects.filter(path=f"trials/{TRIAL}/").order_by("number").first()
    return first.digest[:CODE_LENGTH] if first else "0" * CODE_LENGTH


def _answer(reader: Client, address: str) -> Answer:
    response = reader.get(address.replace(CODE, _code()) if CODE in address else address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    # The form says when it was opened, which is another moment each time.
    text = STAMP.sub("", _words(content, response.get("Content-Type", "")))
    return Answer(response.status_code, text, response.get("Location", ""))


def _words(content: bytes, kind: str) -> str:
    """What can be read in an answer: of a PDF its words, of a picture only which one it is."""
    if kind == "application/pdf":
        return run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()
    if kind == "image/png":
        return sha256(content).hexdigest()
    return content.decode()
