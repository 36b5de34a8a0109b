"""What can be checked about an edition by anybody: its history, and its content as it was signed."""

import json
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.content import LANGUAGES
from editorial.editions import day_of, reviews_behind
from editorial.models import Edition, SignOff
from editorial.seals import is_end_sealed, is_sealed
from editorial.showing import Showing
from trials.site.frame import Link, frame_of, settings_for
from trials.site.languages import HTML_LANG, OWN_NAMES
from trials.site.public import absent, moved_to, showing_at
from trials.site.sentences import date_words
from trials.site.serving import public


@public
def history(request: HttpRequest, trial_id: str) -> HttpResponse:
    """Every edition that was ever in force: number, days, languages; not its words."""
    path, lang = f"trials/{trial_id.lower()}/", get_language()
    if trial_id != trial_id.lower():
        return moved_to(request, f"{path}history/")
    editions = [
        edition
        for edition in Edition.objects.filter(path=path).order_by("-number")
        if is_sealed(edition) and is_end_sealed(edition)
    ]
    if not editions:
        raise Http404
    frame = frame_of(settings_for(request), lang=lang, path=f"{path}history/", indexed=False)
    heading = _("Editions of the page on trial %(id)s") % {"id": trial_id.upper()}
    context = {
        "frame": frame,
        "title": f"{heading} – {frame.site_name}",
        "heading": heading,
        "trial_path": f"/{lang}/{path}",
        "editions": [_shown(edition) for edition in editions],
    }
    return HttpResponse(render_to_string("pages/history.html", context))


@public
def content_json(request: HttpRequest, trial_id: str) -> HttpResponse:
    """The content of the edition in force, and what proves that it was signed.

    `digest` is the SHA-256 of `content` written with sorted keys, no spaces, UTF-8.
    """
    path = f"trials/{trial_id.lower()}/"
    if trial_id != trial_id.lower():
        return moved_to(request, f"{path}content.json")
    showing = showing_at(request, path)
    if showing is None:
        return absent(request, path, below="content.json")
    return JsonResponse(_record(showing), json_dumps_params={"ensure_ascii": False})


def _shown(edition: Edition) -> dict[str, object]:
    return {
        "number": edition.number,
        "code": edition.digest,
        "line": _("Edition %(number)s, published %(date)s")
        % {"number": edition.number, "date": _day(edition.published_at)},
        "end_line": _end(edition) if edition.ended_at else "",
        "languages": [Link("", OWN_NAMES[code], HTML_LANG[code]) for code in edition.language_codes],
    }


def _end(edition: Edition) -> str:
    day = {"date": _day(edition.ended_at)}
    if edition.ended_reason == Edition.End.WITHDRAWN:
        return _("Taken down on %(date)s") % day
    return _("Replaced by the next edition on %(date)s") % day


def _day(moment: datetime) -> str:
    return date_words(day_of(moment).isoformat())


def _record(showing: Showing) -> dict[str, object]:
    edition = showing.edition
    finals = SignOff.objects.filter(
        page_id=edition.page_id, digest=edition.digest, signed_at__gte=edition.signed_by.signed_at
    )
    sign_offs = [*reviews_behind(edition), *finals]
    return {
        "path": edition.path,
        "number": edition.number,
        "digest": edition.digest,
        "languages": [code for code in LANGUAGES if code in edition.language_codes],
        "published_at": edition.published_at.isoformat(),
        "last_reviewed": showing.last_reviewed.isoformat(),
        "review_due": showing.review_due.isoformat() if showing.review_due else None,
        "sign_offs": [_signed(row, showing.site.show_names) for row in sign_offs if is_sealed(row)],
        "content": json.loads(edition.content),
    }


def _signed(sign_off: SignOff, show_names: bool) -> dict[str, object]:
    signed = {
        "role": sign_off.role,
        "scope": sign_off.scope,
        "digest": sign_off.digest,
        "public_role": {"en": sign_off.public_role_en, "zh-hans": sign_off.public_role_zh_hans},
        "signed_on": day_of(sign_off.signed_at).isoformat(),
    }
    return signed | ({"name": sign_off.person_name} if show_names else {})
