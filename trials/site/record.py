"""What anybody can check about the edition in force: its content as it was signed, and what proves it."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse

from editorial.content import LANGUAGES
from editorial.editions import day_of, reviews_behind
from editorial.models import SignOff, UrgentNotice
from editorial.seals import is_sealed
from editorial.showing import Showing
from trials.site.public import absent, moved_to, showing_at
from trials.site.schema import schema_address
from trials.site.serving import public, unless_same


@public
def content_json(request: HttpRequest, trial_id: str) -> HttpResponse:
    """The content of the edition in force, and what proves that it was signed.

    `digest` is the SHA-256 of `content` written with sorted keys, no spaces, UTF-8; `$schema` says where
    its form is described.
    """
    path = f"trials/{trial_id.lower()}/"
    if trial_id != trial_id.lower():
        return moved_to(request, f"{path}content.json")
    showing = showing_at(request, path)
    if showing is None:
        return absent(request, path, below="content.json")
    response = JsonResponse(_record(showing), json_dumps_params={"ensure_ascii": False})
    response.headers["X-Robots-Tag"] = "noindex"
    return unless_same(request, response)


def _record(showing: Showing) -> dict[str, object]:
    edition = showing.edition
    finals = SignOff.objects.filter(
        page_id=edition.page_id,
        scope=SignOff.Scope.FINAL,
        digest=edition.digest,
        signed_at__gte=edition.signed_by.signed_at,
    )
    sign_offs = [*reviews_behind(edition), *finals]
    return {
        "$schema": schema_address(),
        "path": edition.path,
        "number": edition.number,
        "digest": edition.digest,
        "languages": [code for code in LANGUAGES if code in edition.language_codes],
        "published_at": edition.published_at.isoformat(),
        "last_reviewed": showing.last_reviewed.isoformat(),
        "review_due": showing.review_due.isoformat() if showing.review_due else None,
        "sign_offs": [_signed(row, showing.site.show_names) for row in sign_offs if is_sealed(row)],
        "notices": [_notice(notice) for notice in showing.notices],
        "content": json.loads(edition.content),
    }


def _notice(notice: UrgentNotice) -> dict[str, str]:
    return {"code": notice.kind, "source": notice.source, "set_at": notice.set_at.isoformat()}


def _signed(sign_off: SignOff, show_names: bool) -> dict[str, object]:
    signed = {
        "role": sign_off.role,
        "scope": sign_off.scope,
        "digest": sign_off.digest,
        "public_role": {"en": sign_off.public_role_en, "zh-hans": sign_off.public_role_zh_hans},
        "signed_on": day_of(sign_off.signed_at).isoformat(),
    }
    return signed | ({"name": sign_off.person_name} if show_names else {})
