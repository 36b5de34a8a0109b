"""Found a mistake? The form on which a reader tells it, and what becomes of what they send.

A form that cannot be taken is answered with 422, too many with 429: a browser shows either like any page, and
no log or cache takes it for one that was accepted. What was typed stands in the form again each time.
"""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from editorial import mistakes
from editorial.editions import edition_problems
from editorial.mistakes import Told, TooManyReports
from editorial.models import Edition
from editorial.showing import Showing
from trials.content import TrialContent
from trials.site.frame import frame_of
from trials.site.languages import HTML_LANG, PageLanguage, address
from trials.site.public import absent, moved_to, showing_at
from trials.site.report_form import (
    QUICKEST,
    Opened,
    Problem,
    Typed,
    opened,
    problems_of,
    sent_elsewhere,
    stamp_of,
    unreadable,
)
from trials.site.report_items import Choices, choices
from trials.site.serving import public_form

BELOW = "report/"
SECONDS_TO_WAIT = int(mistakes.WINDOW.total_seconds())


@public_form
# A failure is mailed to the administrators with what was posted.
@sensitive_post_parameters("wrong", "contact")
def report(request: HttpRequest, trial_id: str) -> HttpResponse:
    """The form, and after it was sent the thanks; a page withdrawn or unknown is answered as everywhere."""
    path = f"trials/{trial_id.lower()}/"
    if trial_id != trial_id.lower():
        return moved_to(request, path + BELOW)
    showing = showing_at(request, path)
    if showing is None:
        return absent(request, path, below=BELOW)
    response = _received(request, showing) if request.method == "POST" else _asked(request, showing)
    # Kept by the reader's own browser for its way back, and by nothing in between: it holds what they wrote.
    patch_cache_control(response, private=True, max_age=0, must_revalidate=True)
    return response


def _asked(request: HttpRequest, showing: Showing) -> HttpResponse:
    if "sent" in request.GET:
        return _page(showing, "report_sent.html", _("Thank you"))
    offered = choices(showing.content, showing.lang)
    item = request.GET.get("item", "")
    return _form(showing, Typed(item=item if item in offered else ""), offered)


def _received(request: HttpRequest, showing: Showing) -> HttpResponse:
    if unreadable(request):
        said = Problem("wrong", _("This was too long to be read. Please write it shorter."))
        return _again(showing, Typed(), [said], status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    typed, path = Typed.read(request.POST), showing.content.path
    if typed.trap:
        return _thanks(showing)
    stamp = None if sent_elsewhere(request) else opened(typed.stamp, path, timezone.now())
    edition = _read_by(showing, stamp)
    problems = problems_of(typed, choices(edition.load(), showing.lang)) or _hurry(stamp)
    if problems:
        return _again(showing, typed, problems, stamp=stamp)
    try:
        _keep(request, edition, typed, showing.lang)
    except TooManyReports:
        return _later(showing, typed)
    return _thanks(showing)


def _read_by(showing: Showing, stamp: Opened | None) -> Edition:
    """The edition the form was opened on; the one in force where its words cannot be shown any more."""
    if stamp is None or stamp.number == showing.edition.number:
        return showing.edition
    rows = Edition.objects.filter(page_id=showing.edition.page_id, number=stamp.number)
    older = rows.select_related("signed_by").first()
    known = older is not None and older.redacted_at is None and not any(edition_problems(older))
    return older if known else showing.edition


def _hurry(stamp: Opened | None) -> list[Problem]:
    if stamp is None:
        return [
            Problem("", _("This form cannot be used any more. What you wrote is kept: please send it again."))
        ]
    if stamp.seconds < QUICKEST:
        return [Problem("", _("That was very quick. Please look at it once more, then send it again."))]
    return []


def _keep(request: HttpRequest, edition: Edition, typed: Typed, lang: str) -> None:
    mistakes.report(
        edition,
        Told(typed.item, typed.wrong, typed.contact),
        lang=lang,
        address=request.META.get(settings.READER_ADDRESS, ""),
        now=timezone.now(),
    )


def _thanks(showing: Showing) -> HttpResponse:
    # By another address, so that reloading it sends nothing twice.
    where = address(showing.lang, showing.content.path + BELOW)
    return HttpResponseRedirect(f"{where}?sent=1", status=HTTPStatus.SEE_OTHER)


def _later(showing: Showing, typed: Typed) -> HttpResponse:
    response = _form(
        showing,
        typed,
        choices(showing.content, showing.lang),
        template="report_later.html",
        heading=_("We could not take your report now"),
        status=HTTPStatus.TOO_MANY_REQUESTS,
    )
    response.headers["Retry-After"] = str(SECONDS_TO_WAIT)
    return response


def _again(
    showing: Showing,
    typed: Typed,
    problems: list[Problem],
    *,
    stamp: Opened | None = None,
    status: int = HTTPStatus.UNPROCESSABLE_ENTITY,
) -> HttpResponse:
    # The same stamp as long as it holds: whoever was too quick need not wait anew.
    return _form(
        showing,
        typed,
        choices(showing.content, showing.lang),
        stamp=typed.stamp if stamp else "",
        problems=problems,
        status=status,
    )


def _form(
    showing: Showing,
    typed: Typed,
    offered: Choices,
    *,
    template: str = "report.html",
    heading: str = "",
    stamp: str = "",
    problems: list[Problem] | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    heading = heading or _("Found a mistake?")
    title = _("Error: %(heading)s") % {"heading": heading} if problems else heading
    return _page(
        showing,
        template,
        heading,
        title=title,
        status=status,
        typed=typed,
        choices=offered,
        stamp=stamp or stamp_of(showing.content.path, showing.edition.number, timezone.now()),
        problems=problems or [],
        sentences={problem.field: problem.sentence for problem in problems or []},
        most=mistakes.LONGEST,
        days=settings.KEEP_REPORTERS_DAYS,
    )


def _page(
    showing: Showing,
    template: str,
    heading: str,
    *,
    title: str = "",
    status: int = HTTPStatus.OK,
    **more: Any,
) -> HttpResponse:
    content: TrialContent = showing.content
    path = content.path + BELOW
    frame = frame_of(showing.site, lang=showing.lang, path=path, languages=content.languages, indexed=False)
    context = {
        "frame": frame,
        "heading": heading,
        "title": f"{title or heading} – {frame.site_name}",
        "lang": PageLanguage(showing.lang, content.foreign_words),
        "html_lang": HTML_LANG[showing.lang],
        "page_url": address(showing.lang, content.path),
        "headline": content.headline.in_language(showing.lang) or content.trial_id,
        **more,
    }
    return HttpResponse(render_to_string(f"pages/{template}", context), status=status)
