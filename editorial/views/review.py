"""The review and sign-off screen: what the reader will see, what is to be ticked, and the decision.

It posts the digest of what it showed; the services refuse when the text has changed since.
"""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Comment

from editorial import signoff
from editorial.authors import written_by
from editorial.content import LANGUAGES
from editorial.desk import Desk, Step, open_desk, sent_back
from editorial.editions import day_of, newest_sign_off
from editorial.models import SignOff, Voucher
from editorial.people import LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS, belongs_to
from editorial.refusals import ChangedSince, SignOffRefused
from editorial.showing import Showing
from editorial.views.pages import signed_page

ROLE_OF_STEP = {
    Step.LANGUAGE_REVIEW: SignOff.Role.LANGUAGE_REVIEWER,
    Step.MEDICAL_REVIEW: SignOff.Role.MEDICAL_REVIEWER,
    Step.SIGN_OFF: SignOff.Role.SIGNER,
}
GROUP_OF_STEP = {
    Step.LANGUAGE_REVIEW: LANGUAGE_REVIEWERS,
    Step.MEDICAL_REVIEW: MEDICAL_REVIEWERS,
    Step.SIGN_OFF: SIGNERS,
}


class ReviewView(WagtailAdminTemplateMixin, View):
    template_name = "editorial/review.html"
    header_icon = "check"

    def get_page_title(self) -> str:
        return _("Review")

    def get_page_subtitle(self) -> str:
        return self.desk.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.desk.page.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit, "label": self.desk.page.get_admin_display_title()},
            {"url": "", "label": _("Review")},
        ]

    def get(self, request: HttpRequest, page_id: int, refused: SignOffRefused | None = None) -> HttpResponse:
        self.desk = open_desk(signed_page(request, page_id).pk)
        context = self.get_context_data(**self._of_desk(self.desk), refused=refused)
        # What was ticked speaks of what was read; over other words it starts empty.
        if isinstance(refused, ChangedSince):
            context["ticked"] = set()
        return self.render_to_response(context, status=409 if refused else 200)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = signed_page(request, page_id)
        try:
            message = self._decide(request, page)
        except SignOffRefused as refusal:
            return self.get(request, page_id, refused=refusal)
        messages.success(request, message)
        return redirect("editorial_review", page_id)

    def _decide(self, request: HttpRequest, page: Any) -> str:
        act = {
            "review-language": self._review_language,
            "sign-off": self._sign_off,
            "request-changes": self._request_changes,
        }.get(request.POST.get("act", ""))
        if act is None:
            raise SignOffRefused(_("Nothing was decided: choose one of the buttons."))
        return act(request, page)

    def _review_language(self, request: HttpRequest, page: Any) -> str:
        signoff.review_language(page, **_signed_form(request))
        return _("Recorded: the Chinese is right. The page now waits for sign-off.")

    def _sign_off(self, request: HttpRequest, page: Any) -> str:
        reasons = {
            key.removeprefix("reason:"): reason
            for key, reason in request.POST.items()
            if key.startswith("reason:")
        }
        edition = signoff.sign_off(page, **_signed_form(request), overrides=reasons)
        return _("Signed. Edition %(number)d is what the public reads now.") % {"number": edition.number}

    def _request_changes(self, request: HttpRequest, page: Any) -> str:
        reason = request.POST.get("reason", "")
        signoff.request_changes(page, reviewer=request.user, reason=reason, now=timezone.now())
        return _("Sent back with your reason. The authors see it on the page.")

    def _of_desk(self, desk: Desk) -> dict[str, Any]:
        person, step = self.request.user, desk.step
        wrote = bool(desk.revision and written_by(person, desk.page, desk.revision))
        role = ROLE_OF_STEP.get(step)
        may_decide = step in GROUP_OF_STEP and belongs_to(person, GROUP_OF_STEP[step]) and not wrote
        return {
            "desk": desk,
            "wrote": wrote,
            "may_decide": may_decide,
            "may_request_changes": desk.task_state and belongs_to(person, LANGUAGE_REVIEWERS, SIGNERS),
            "statements": desk.statements(role) if role else {},
            "ticked": set(self.request.POST.getlist("ticked")),
            "reason": self.request.POST.get("reason", ""),
            "seen": desk.seen_by(person),
            "signs_as": Voucher.of(person),
            "readings": [(code, self._reading_url(desk, code)) for code in LANGUAGES],
            "parts": self._parts(desk),
            **_pairs(desk),
            "public_links": _public_links(desk),
            "sent_back": sent_back(desk.page),
            "comments": Comment.objects.filter(page_id=desk.page.pk, resolved_at=None).select_related("user"),
        }

    def _reading_url(self, desk: Desk, lang: str, part: str = "") -> str:
        where = [desk.page.pk, lang, desk.digest, *([part] if part else [])]
        return reverse("editorial_reading", args=where)

    def _parts(self, desk: Desk) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (label, [(code, self._reading_url(desk, code, part)) for code in LANGUAGES])
            for part, label in desk.page.parts(desk.content).items()
        ]


def reading(request: HttpRequest, page_id: int, lang: str, digest: str, part: str = "") -> HttpResponse:
    """The page in one language as the reader will see it; 409 when it no longer has this digest."""
    if lang not in LANGUAGES:
        raise Http404
    desk = open_desk(signed_page(request, page_id).pk)
    if desk.digest != digest:
        return HttpResponse(_("The text changed after you opened it. Load this page again."), status=409)
    with translation.override(lang):
        showing, page = _showing(request, desk, lang), desk.page
        response = page.render_part(request, showing, part) if part else page.render(request, showing)
        if hasattr(response, "render"):
            response.render()
    # Our own screen frames it; nobody else may.
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _signed_form(request: HttpRequest) -> dict[str, Any]:
    return {
        "reviewer": request.user,
        "seen": request.POST.get("seen", ""),
        "ticked": set(request.POST.getlist("ticked")),
        "now": timezone.now(),
    }


def _pairs(desk: Desk) -> dict[str, Any]:
    """Every text with its translation; names by the hundred apart, by the label they are folded under."""
    page, shown, folded = desk.page, [], {}
    for pair in desk.content.pairs():
        row = (page.place_label(pair.place), pair.words)
        label = page.folded_places.get(pair.place.split(".")[0])
        (folded.setdefault(str(label), []) if label else shown).append(row)
    return {"pairs": shown, "folded": folded}


def _public_links(desk: Desk) -> list[tuple[str, str]]:
    """Where the public reads the edition in force, by language."""
    links = []
    for code in desk.edition.language_codes if desk.edition else ():
        with translation.override(code):
            links.append((code, reverse("wagtail_serve", args=[desk.edition.path])))
    return links


def _showing(request: HttpRequest, desk: Desk, lang: str) -> Showing:
    """The draft; where it is what the public reads already, with its edition and its dates."""
    draft = desk.page.preview_of(request, lang)
    if not desk.is_public:
        return draft
    final = newest_sign_off(desk.edition)
    reviewed = day_of(final.signed_at)
    return replace(
        draft, preview=False, edition=desk.edition, last_reviewed=reviewed, review_due=final.review_due
    )
