"""The acts of the review screen: each posted button, the service it calls, and what is said afterwards."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial import signoff
from editorial.content import CHINESE, ENGLISH, LANGUAGES
from editorial.refusals import Incomplete
from editorial.views.review import outcome
from editorial.views.review.outcome import Outcome

REASON = "reason:"
"""Begins the name of the field with the reason for overruling a finding; the finding as shown follows."""
NEXT = "sign-off-next"
WRONG: Mapping[str, tuple[str, ...]] = {
    ENGLISH: (ENGLISH,),
    CHINESE: (CHINESE,),
    "both": LANGUAGES,
    # Facts are written by whoever writes the English.
    "facts": (ENGLISH,),
}
"""What is wrong, as posted, and whose words that are."""


def decide(request: HttpRequest, page: Any) -> Outcome:
    """Do what was posted. Raises SignOffRefused."""
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Incomplete(_("Nothing was decided: choose one of the buttons."))
    return act(request, page)


def overrides(request: HttpRequest) -> dict[str, str]:
    """Reasons for overruling findings, by the finding as shown."""
    posted = request.POST.items()
    return {name.removeprefix(REASON): reason for name, reason in posted if name.startswith(REASON)}


def _review_language(request: HttpRequest, page: Any) -> Outcome:
    signoff.review_language(page, **_signed_form(request))
    return outcome.of_language_review(page, request.user)


def _review_medicine(request: HttpRequest, page: Any) -> Outcome:
    signoff.review_medicine(page, **_signed_form(request))
    return outcome.of_medical_review(page, request.user)


def _sign_off(request: HttpRequest, page: Any) -> Outcome:
    edition = signoff.sign_off(page, **_signed_form(request), overrides=overrides(request))
    return outcome.of_sign_off(edition, request.user)


def _withhold(request: HttpRequest, page: Any) -> Outcome:
    because = request.POST.get("withhold_because", "").strip()
    if not because:
        raise Incomplete(_("Write why the Chinese is withheld."))
    edition = signoff.sign_off(
        page, **_signed_form(request), overrides=overrides(request), withhold_chinese_because=because
    )
    return outcome.of_sign_off(edition, request.user)


def _request_changes(request: HttpRequest, page: Any) -> Outcome:
    languages = WRONG.get(request.POST.get("wrong", ""), LANGUAGES)
    reason = request.POST.get("reason", "")
    signoff.request_changes(
        page, reviewer=request.user, reason=reason, languages=languages, now=timezone.now()
    )
    return outcome.of_request(page, request.user, languages)


def _signed_form(request: HttpRequest) -> dict[str, Any]:
    return {
        "reviewer": request.user,
        "seen": request.POST.get("seen", ""),
        "ticked": set(request.POST.getlist("ticked")),
        "now": timezone.now(),
    }


ACTS: Mapping[str, Callable[[HttpRequest, Any], Outcome]] = {
    "review-language": _review_language,
    "review-medicine": _review_medicine,
    "sign-off": _sign_off,
    NEXT: _sign_off,
    "withhold-chinese": _withhold,
    "request-changes": _request_changes,
}
