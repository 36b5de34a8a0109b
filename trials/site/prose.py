"""Home and information pages as HTML: a title, and plain text under the headings its writer typed."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from editorial.freshness import Freshness, freshness_of
from editorial.showing import Showing
from trials.site.frame import frame_of, name_of_site
from trials.site.languages import HTML_LANG
from trials.site.review import review_of
from trials.site.sharing import sharing_of
from trials.site.ways_in import ways_in

HEADING = "## "


@dataclass(frozen=True)
class Part:
    heading: str
    text: str


def render_home(request: HttpRequest, showing: Showing) -> HttpResponse:
    """What its writers signed, and ways to the trials made from today's list."""
    with translation.override(showing.lang):
        ways = ways_in(showing.lang, today=showing.today)
    return _answer(showing, "pages/home.html", ways=ways)


def render_information(request: HttpRequest, showing: Showing) -> HttpResponse:
    return _answer(showing, "pages/information.html")


def parts_of(text: str) -> tuple[Part, ...]:
    """The text cut at its "## " lines; the first part has no heading and may be empty."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in text.splitlines():
        if line.startswith(HEADING):
            parts.append((line.removeprefix(HEADING).strip(), []))
        else:
            parts[-1][1].append(line)
    return tuple(Part(heading, "\n".join(lines).strip()) for heading, lines in parts)


def _answer(showing: Showing, template: str, **beside: object) -> HttpResponse:
    content = showing.content
    with translation.override(showing.lang):
        frame = frame_of(
            showing.site,
            lang=showing.lang,
            path=content.path,
            languages=content.languages,
            indexed=freshness_of(showing.review_due, showing.today) < Freshness.HIDDEN,
            preview=showing.preview,
        )
        title = content.title.in_language(showing.lang)
        named = f"{title} – {frame.site_name}" if title and title != frame.site_name else frame.site_name
        around = {"frame": frame, "title": named, "share": sharing_of(showing)}
        return HttpResponse(render_to_string(template, _context(showing) | beside | around))


def _context(showing: Showing) -> dict[str, object]:
    content, lang = showing.content, showing.lang
    lead, *parts = parts_of(content.body.in_language(lang))
    return {
        "t": {"lang": lang},
        "html_lang": HTML_LANG[lang],
        # A draft may have no title yet, and a page no empty heading.
        "heading": content.title.in_language(lang) or name_of_site(showing.site, lang),
        "description": content.description.in_language(lang),
        "lead": lead.text,
        "parts": parts,
        "review": review_of(showing),
        "preview": showing.preview,
    }
