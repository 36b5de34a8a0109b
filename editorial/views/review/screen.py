"""The screen itself: reads the desk afresh, shows it to one person, and passes on what they decide."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from editorial.carrying import changed_since
from editorial.content import CHINESE, ENGLISH, LANGUAGES
from editorial.desk import Desk, open_desk, sent_back
from editorial.models import SignOff, Voucher
from editorial.office.waiting import waiting_for
from editorial.refusals import ChangedSince, Incomplete, SignOffRefused
from editorial.suggestible import open_suggestions
from editorial.views.pages import public_addresses, signed_page
from editorial.views.review.acts import NEXT, decide, overrides
from editorial.views.review.decision import Decision, decision_of
from editorial.views.review.readings import parts_of, reading_url
from editorial.views.review.rows import Sheet
from editorial.worded import changed_facts, facts_in_words

BEGIN = "#review-changes"
"""Where a person begins: the next Tab leads to the first thing to do after the changes."""


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
            done = decide(request, page)
        except SignOffRefused as refusal:
            if not isinstance(refusal, Incomplete):
                # An act that is none of ours is refused as incomplete.
                told = {"act": request.POST["act"], "sentence": str(refusal)}
                log(instance=page, action="editorial.refused", user=request.user, data=told)
            return self.get(request, page_id, refused=refusal)
        messages.success(request, done.sentence, buttons=done.buttons)
        return self._onward(request, page_id)

    def _onward(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """To the next page that waits for this person, where they asked for it; else to this one again."""
        if request.POST.get("act") != NEXT:
            return redirect("editorial_review", page_id)
        for waiting in waiting_for(request.user):
            if waiting.page.pk != page_id:
                return redirect(reverse("editorial_review", args=[waiting.page.pk]) + BEGIN)
        messages.info(request, _("Nothing else waits for you."))
        return redirect("editorial_review", page_id)

    def _of_desk(self, desk: Desk) -> dict[str, Any]:
        person, sheet, posted = self.request.user, Sheet(desk), self.request.POST
        decision = decision_of(person, desk)
        return {
            "desk": desk,
            "decision": decision,
            "wrote": decision.wrote,
            "may_decide": decision.may_decide,
            "statements": _typeset(desk, decision.statements),
            "ticked": set(posted.getlist("ticked")),
            "reason": posted.get("reason", ""),
            "posted": posted,
            "overruled": _overruled(desk, overrides(self.request)),
            "seen": desk.seen_by(person),
            "signs_as": Voucher.of(person),
            "changed_since": changed_since(desk.content, desk.language_review),
            "public_links": public_addresses(desk.edition) if desk.edition else [],
            "sent_back": sent_back(desk.page),
            "open_suggestions": open_suggestions().filter(page_id=desk.page.pk).count(),
            **self._texts(desk, sheet, decision),
            **self._whole(desk, sheet),
        }

    def _texts(self, desk: Desk, sheet: Sheet, decision: Decision) -> dict[str, Any]:
        """What is read before the decision, and what is folded after it."""
        reviews_language = decision.role == SignOff.Role.LANGUAGE_REVIEWER
        shown = sheet.open if reviews_language else sheet.changed
        whole = desk.signed_before is None and (not reviews_language or desk.newest_language_review is None)
        return {
            "reviews_language": reviews_language,
            "shows_whole": whole,
            "rows": sheet.rest() if whole else shown,
            "rest": [] if whole else sheet.rest(shown),
            "fact_rows": changed_facts(desk.page, desk.signed_before, desk.content),
            "signed_it_last": bool(desk.newest and desk.newest.signed_by.person_id == self.request.user.pk),
        }

    def _whole(self, desk: Desk, sheet: Sheet) -> dict[str, Any]:
        return {
            "readings": [(code, reading_url(desk, code)) for code in LANGUAGES],
            "parts": parts_of(desk),
            "facts": facts_in_words(desk.page, desk.content),
            "folded": sheet.folded,
            "always": sheet.always,
            "comments": sheet.comments,
            "open_queries": sum(map(len, sheet.queries.values())),
        }


def _typeset(desk: Desk, statements: dict[str, str]) -> dict[str, str]:
    """The statements as safe HTML: a number in a question is heard as it is on the page."""
    lang = CHINESE if translation.get_language() == CHINESE else ENGLISH
    return {key: desk.page.typeset_line(sentence, lang) for key, sentence in statements.items()}


def _overruled(desk: Desk, reasons: dict[str, str]) -> list[tuple[Any, str]]:
    """The blocking findings, each with the reason somebody typed to overrule it."""
    return [(finding, reasons.get(finding.as_shown, "")) for finding in desk.findings if finding.blocks]
