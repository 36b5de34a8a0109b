"""The Atom feed of a language: trials published or reviewed anew, urgent notices, pages taken down.

RFC 4287. An entry keeps its id, so that a page taken down takes its words out of the readers' programs too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.editions import (
    day_of,
    edition_problems,
    newest_sign_offs,
    withdrawal_problems,
    withdrawn_numbers,
)
from editorial.freshness import Freshness, newest_due
from editorial.models import Edition, SiteSettings, UrgentNotice
from editorial.notices import is_lifted
from editorial.seals import is_end_sealed, is_sealed
from trials.models import PublishedTrial
from trials.site.errors import trial_id_in
from trials.site.frame import name_of_site, settings_for
from trials.site.languages import HTML_LANG, address
from trials.site.sentences import date_words, followed_by, notice_words
from trials.site.sentences.notices import IN_THE_TRIAL
from trials.site.serving import public, unless_same
from trials.site.sharing import signed_or_neutral, title_of

ENTRIES = 50
# What no XML document may hold, however it is written.
UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    sealed: str
    """What makes the id: a seal is one row's for ever, whatever the address of the site becomes."""
    title: str
    path: str
    published: datetime
    updated: datetime
    summary: str


class PlainAtom(Atom1Feed):
    """Summaries as plain text, which signed words are; the day as its date while there is no entry."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", item["summary"], {"type": "text"})

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else _midnight()


@public
def feed(request: HttpRequest) -> HttpResponse:
    """The newest entries of the language, at most 50, newest first."""
    lang, site = get_language(), settings_for(request)
    atom = _empty(site, lang)
    for entry in newest_entries(lang, neutral=site.neutral_sharing):
        atom.add_item(
            title=_printable(entry.title),
            link=settings.SITE_URL + address(lang, entry.path),
            description=None,
            pubdate=entry.published,
            updateddate=entry.updated,
            unique_id=uuid5(NAMESPACE_URL, f"{entry.sealed} {lang}").urn,
            summary=_printable(entry.summary),
        )
    response = HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)
    # For those who subscribe: a search engine is to find the pages.
    response.headers["X-Robots-Tag"] = "noindex"
    return unless_same(request, response)


def newest_entries(lang: str, *, neutral: bool = False) -> list[Entry]:
    """What changed last for readers of `lang`, the active language; a withheld language is left out.

    `neutral` names no disease: a program shows the titles on a locked telephone.
    """
    entries = [*_editions(lang, neutral), *_notices(lang), *_taken_down(lang)]
    return sorted(entries, key=lambda entry: (entry.updated, entry.sealed), reverse=True)[:ENTRIES]


def _empty(site: SiteSettings, lang: str) -> PlainAtom:
    name = name_of_site(site, lang)
    return PlainAtom(
        title=_printable(name),
        link=settings.SITE_URL + address(lang, ""),
        description="",
        subtitle=_("Clinical trials: pages newly published or reviewed, urgent notices, pages taken down."),
        language=HTML_LANG[lang],
        author_name=_printable(site.words("editorial_team").in_language(lang) or name),
        feed_url=settings.SITE_URL + address(lang, "feed.xml"),
        feed_guid=settings.SITE_URL + address(lang, "feed.xml"),
    )


def _editions(lang: str, neutral: bool) -> Iterator[Entry]:
    rows = PublishedTrial.objects.filter(languages__contains=lang).select_related("edition__signed_by")
    rows = rows.exclude(review_due__lte=newest_due(Freshness.HIDDEN, timezone.localdate()))
    # The rows only find the editions; what is told of one comes from its sealed words.
    found = [row.edition for row in rows.order_by("-last_reviewed", "trial_id")[:ENTRIES]]
    withdrawn = withdrawn_numbers({edition.page_id for edition in found})
    intact = [each for each in found if each.ended_at is None and not any(_problems(each, withdrawn))]
    reviews = newest_sign_offs(intact)
    for edition in intact:
        content = edition.load()
        if lang in content.languages:
            yield Entry(
                sealed=edition.seal,
                title=title_of(content, lang, neutral=neutral),
                path=edition.path,
                published=edition.published_at,
                updated=max(edition.published_at, reviews[edition.pk].signed_at),
                summary=signed_or_neutral(content.summary.in_language(lang), lang, neutral=neutral),
            )


def _problems(edition: Edition, withdrawn: Mapping[Any, Sequence[Any]]) -> Iterator[str]:
    yield from edition_problems(edition)
    yield from withdrawal_problems(edition, withdrawn)


def _notices(lang: str) -> Iterator[Entry]:
    """An entry for each notice above a page in force; one that was lifted says so, under the same id."""
    newest = list(UrgentNotice.objects.order_by("-set_at")[:ENTRIES])
    in_force = Edition.objects.in_force().filter(page_id__in={notice.page_id for notice in newest})
    pages = {edition.page_id: edition for edition in in_force.defer("content") if _is_told(edition, lang)}
    for notice in newest:
        if notice.page_id in pages and is_sealed(notice):
            yield _notice(notice, pages[notice.page_id].path)


def _notice(notice: UrgentNotice, path: str) -> Entry:
    words, told = notice_words(notice), {"id": trial_id_in(path)}
    if is_lifted(notice):
        title, updated = _("Urgent notice on trial %(id)s taken down") % told, notice.lifted_at
        summary = _("This notice does not stand any more. Read the page.")
    else:
        title, updated = _("Urgent notice on trial %(id)s") % told, notice.set_at
        summary = followed_by(words.said, words.advice, words.when)
    return Entry(notice.seal, title, path, notice.set_at, updated, summary)


def _taken_down(lang: str) -> Iterator[Entry]:
    """The entries of withdrawn editions, without the words that are public no longer."""
    ended = Edition.objects.filter(ended_reason=Edition.End.WITHDRAWN).order_by("-ended_at")[:ENTRIES]
    editions = list(ended.defer("content"))
    back = set(Edition.objects.in_force().values_list("page_id", flat=True).filter(
        page_id__in={edition.page_id for edition in editions}
    ))  # fmt: skip
    for edition in editions:
        if edition.page_id not in back and _is_told(edition, lang) and is_end_sealed(edition):
            date = date_words(day_of(edition.ended_at).isoformat())
            title = _("Page on trial %(id)s taken down") % {"id": trial_id_in(edition.path)}
            line = _("We took this page down on %(date)s.") % {"date": date}
            summary = followed_by(line, str(IN_THE_TRIAL))
            yield Entry(edition.seal, title, edition.path, edition.published_at, edition.ended_at, summary)


def _is_told(edition: Edition, lang: str) -> bool:
    return bool(trial_id_in(edition.path)) and lang in edition.language_codes and is_sealed(edition)


def _midnight() -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate(), time.min))


def _printable(text: str) -> str:
    return UNPRINTABLE.sub("", text)
