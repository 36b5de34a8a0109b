"""The finder: published trials that answer a question, with the status each page shows today."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from editorial.content import ENGLISH
from editorial.editions import (
    day_of,
    edition_problems,
    newest_sign_offs,
    withdrawal_problems,
    withdrawn_numbers,
)
from editorial.freshness import Freshness, freshness_of
from editorial.models import Edition, SignOff, UrgentNotice
from trials.content import Site, TrialContent
from trials.finding.answer import answer_to
from trials.finding.asked import Asked, is_untidy
from trials.finding.choices import Choice
from trials.finding.rows import TAKING_IN, codes_of
from trials.finding.stored import status_of
from trials.site.finder import Finder, finder, help_with
from trials.site.frame import Frame, frame_of, settings_for
from trials.site.languages import HTML_LANG, address
from trials.site.names import name_in
from trials.site.notices import beside_notices, in_words, notices_above
from trials.site.sentences import NoticeWords, StatusSentence, date_words, due_note, status_sentence, who_line
from trials.site.sentences.site_status import site_status_line
from trials.site.serving import alarm, public, unless_same

LIST = "trials/"
TRIALS_A_PAGE = 20
PLACES_ON_A_CARD = 3


@dataclass(frozen=True)
class Card:
    trial_id: str
    url: str
    html_lang: str
    """Language of the page the link leads to."""
    headline: str
    summary: str
    site: str
    """The first hospital in the city asked for; "" when none was."""
    place: str
    who: str
    status: StatusSentence
    foot: str
    note: str
    """That the review is overdue, where the status does not say so."""
    lapsed: bool
    """Reviewed so long ago that it is not listed among the others."""
    urgent: tuple[NoticeWords, ...]
    withheld_line: str
    """Said in place of the headline when there is no page in the reader's language; "" when there is one."""


@public
def trials(request: HttpRequest) -> HttpResponse:
    """A page of cards; a page number out of range shows the nearest there is."""
    lang, today, home = get_language(), timezone.localdate(), address(get_language(), LIST)
    asked = Asked.of(request.GET)
    if is_untidy(request.GET, asked):
        # As short as it can be: people pass it on.
        return HttpResponseRedirect(home + asked.query)
    answer = answer_to(asked, today=today)
    # Ordered by what an index holds; the words are read for the trials of this page only.
    shown = Paginator(answer.rows.values_list("edition_id", flat=True), TRIALS_A_PAGE).get_page(asked.page)
    wanted = codes_of(asked.status)
    cards = cards_of(_editions(shown), lang=lang, today=today, city=answer.city, wanted=wanted)
    found = shown.paginator.count
    context = {
        "frame": _frame(request, asked, lang),
        "finder": finder(answer, lang=lang, count=found, home=home),
        "help": help_with(answer, lang=lang, home=home) if asked.narrows and not found else None,
        "cards": [card for card in cards if not card.lapsed],
        "lapsed": [card for card in cards if card.lapsed],
        "shown": shown,
        "paging": _paging(shown, asked, home),
    }
    context["title"] = f"{_title(context['finder'])} – {context['frame'].site_name}"
    return unless_same(request, HttpResponse(render_to_string("pages/trials.html", context)))


def _editions(shown: Iterable[int]) -> list[Edition]:
    keys = list(shown)
    found = Edition.objects.select_related("signed_by").in_bulk(keys)
    return [found[key] for key in keys]


def _frame(request: HttpRequest, asked: Asked, lang: str) -> Frame:
    frame = frame_of(settings_for(request), lang=lang, path=LIST, indexed=not asked.narrows)
    return replace(frame, switch=replace(frame.switch, url=frame.switch.url + asked.query))


def _title(shown: Finder) -> str:
    if not shown.chips:
        return _("Clinical trials")
    chosen = pgettext("between names", ", ").join(chip.text for chip in shown.chips)
    return _("%(count)s: %(choices)s") % {"count": shown.count, "choices": chosen}


def _paging(shown: Page, asked: Asked, home: str) -> dict[str, str]:
    """Addresses of the pages beside this one, and which it is."""
    told = {"number": shown.number, "count": shown.paginator.num_pages}
    return {
        "previous": home + asked.on_page(shown.number - 1).query if shown.has_previous() else "",
        "next": home + asked.on_page(shown.number + 1).query if shown.has_next() else "",
        "line": _("Page %(number)s of %(count)s") % told,
    }


def cards_of(
    editions: Iterable[Edition],
    *,
    lang: str,
    today: date,
    city: Choice | None = None,
    wanted: Sequence[str] = TAKING_IN,
) -> list[Card]:
    """A card for each edition that is in force and what was signed; the rows of the list only find them.

    Sites in the `city` asked for come first, of these one whose status is `wanted`.
    """
    editions = list(editions)
    withdrawn = withdrawn_numbers({edition.page_id for edition in editions})
    intact = [edition for edition in editions if _is_fit_to_show(edition, withdrawn)]
    reviews, above = newest_sign_offs(intact), notices_above([edition.page_id for edition in intact])
    return [
        card_of(each, reviews[each.pk], above[each.page_id], lang=lang, today=today, city=city, wanted=wanted)
        for each in intact
    ]


def card_of(
    edition: Edition,
    review: SignOff,
    notices: Sequence[UrgentNotice],
    *,
    lang: str,
    today: date,
    city: Choice | None = None,
    wanted: Sequence[str] = TAKING_IN,
) -> Card:
    """What a list says of a trial, in the active language, from the words that were signed."""
    content = edition.load()
    withheld = lang not in content.languages
    leads_to = ENGLISH if withheld else lang
    here = [site for site in content.sites if city and _is_in(site, city)]
    here.sort(key=lambda site: status_of(site, content) not in wanted)
    cities = dict.fromkeys(filter(None, (site.city.in_language(lang) for site in (*here, *content.sites))))
    freshness = freshness_of(review.review_due, today)
    status = status_sentence(content.facts, today=today, review_due=review.review_due)
    told = {"id": content.trial_id, "date": date_words(day_of(review.signed_at).isoformat())}
    return Card(
        trial_id=content.trial_id,
        url=address(leads_to, edition.path),
        html_lang=HTML_LANG[leads_to],
        headline=content.headline.in_language(lang),
        summary=content.summary.in_language(lang),
        site=_site_line(here[0], content, status, notices, lang) if here else "",
        place=_place(list(cities)),
        who=who_line(content.facts),
        status=beside_notices(status, notices),
        foot=_("%(id)s · last reviewed %(date)s") % told,
        note=due_note(review.review_due, today=today) if freshness == Freshness.OVERDUE else "",
        lapsed=freshness >= Freshness.LAPSED,
        urgent=in_words(notices),
        withheld_line=_("Trial %(id)s (in English only)") % told if withheld else "",
    )


def _is_fit_to_show(edition: Edition, withdrawn: Mapping[Any, Sequence[Any]]) -> bool:
    problem = next(chain(edition_problems(edition), withdrawal_problems(edition, withdrawn)), None)
    if problem:
        alarm.critical("Not listed: %s", problem)
    return problem is None and edition.ended_at is None


def _is_in(site: Site, city: Choice) -> bool:
    return any(city.is_name(words) for words in (site.city, site.region))


def _site_line(
    site: Site, content: TrialContent, status: StatusSentence, notices: Sequence[UrgentNotice], lang: str
) -> str:
    name = name_in(site.facility, lang)
    here = site_status_line(site, content, status, notices) if name else ""
    return f"{name} · {here}" if here else name


def _place(names: list[str]) -> str:
    shown = pgettext("between names", ", ").join(names[:PLACES_ON_A_CARD])
    more = len(names) - PLACES_ON_A_CARD
    if more <= 0:
        return shown
    return _("%(places)s and %(count)s more places") % {"places": shown, "count": more}
