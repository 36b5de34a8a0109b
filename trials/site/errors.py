"""Pages for addresses that have nothing to show: never was, taken down, being checked."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.defaults import page_not_found

from editorial.content import CHINESE, ENGLISH
from editorial.editions import day_of, edition_problems
from editorial.models import Edition
from trials.content import Registry, TrialContent
from trials.site.frame import frame_of, settings_for
from trials.site.languages import asked_for
from trials.site.reading import registry_link
from trials.site.sentences import date_words

MINUTES_TO_CHECK = 10


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, in the language of the address, or of the browser where the address has none."""
    if request.path_info.startswith(f"/{settings.ADMIN_PATH}"):
        return page_not_found(request, exception, template_name="wagtailadmin/404.html")
    return _answer(request, "not_found.html", status=404, title=_("Page not found"))


def gone(request: HttpRequest, edition: Edition) -> HttpResponse:
    """410 for a page that was withdrawn: when, why, and what somebody already in the trial should do."""
    trial_id, registry = _trial_of(edition)
    return _answer(
        request,
        "gone.html",
        status=410,
        title=_("This page was taken down"),
        line=taken_down(edition),
        reason_elsewhere=reason_elsewhere(edition),
        trial_id=trial_id,
        link=_link(registry) if registry else None,
    )


def tampered(request: HttpRequest) -> HttpResponse:
    """503 for a page whose stored words are not those that were signed."""
    response = _answer(request, "being_checked.html", status=503, title=_("This page is being checked"))
    response.headers["Retry-After"] = str(MINUTES_TO_CHECK * 60)
    return response


def taken_down(edition: Edition) -> str:
    """When a withdrawn page was taken down and why, as far as the active language tells it."""
    told = {
        "date": date_words(day_of(edition.ended_at).isoformat()),
        "reason": edition.withdrawn_because.in_language(str(get_language())),
    }
    if not told["reason"]:
        # Never the reason in the other language: an English voice, or a Chinese one, would read it wrong.
        return _("We took this page down on %(date)s.") % told
    return _("We took this page down on %(date)s because: %(reason)s") % told


def reason_elsewhere(edition: Edition) -> str:
    """Where the reason is told, when it is not told in the active language."""
    only_in = edition.withdrawn_because_only_in
    if only_in in ("", str(get_language())):
        return ""
    if only_in == ENGLISH:
        return _("The reason is given on the English page.")
    return _("The reason is given on the Chinese page.")


def _trial_of(edition: Edition) -> tuple[str, Registry | None]:
    """The number of the trial the page was about, and where it is registered; "" for another kind of page.

    The number stands in the sealed path, so it can be told even of words that are gone or tampered with.
    """
    trial_id = trial_id_in(edition.path)
    if edition.redacted_at is None and not any(edition_problems(edition)):
        content = edition.load()
        return (content.trial_id, content.registry) if isinstance(content, TrialContent) else ("", None)
    if not re.fullmatch(r"NCT[0-9]{8}", trial_id):
        return trial_id, None
    url = f"https://clinicaltrials.gov/study/{trial_id}"
    return trial_id, Registry("ctgov", url, "", "", criteria_understood=True)


def trial_id_in(path: str) -> str:
    """ "NCT06279026" of "trials/nct06279026/"; "" where the path is no trial's."""
    found = re.fullmatch(r"trials/([a-z0-9-]+)/", path)
    return found[1].upper() if found else ""


def _link(registry: Registry) -> dict[str, str]:
    words = registry_link(registry)
    return {"registry_url": registry.url, "registry_link": words, "lang": str(get_language())}


def _answer(
    request: HttpRequest, template: str, *, status: int, title: str, **context: object
) -> HttpResponse:
    lang = _language(request)
    # The language link of a page that is not there leads to the start of the site in the other language.
    path = request.path.removeprefix(f"/{lang}/") if status != 404 else ""
    frame = frame_of(settings_for(request), lang=lang, path=path, indexed=False)
    context |= {"frame": frame, "title": f"{title} – {frame.site_name}", "heading": title}
    response = HttpResponse(render_to_string(f"errors/{template}", context), status=status)
    patch_cache_control(response, no_store=True)
    return response


def _language(request: HttpRequest) -> str:
    active = get_language()
    return active if active in (ENGLISH, CHINESE) else asked_for(request.headers.get("Accept-Language", ""))
