"""The screen of a passage: its words, its approval, the pages that hold it; and putting it into a page."""

import re
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.content import UNWRITTEN
from editorial.desk import Desk, open_desk
from editorial.people import belongs_to, name_of
from editorial.refusals import Incomplete, SignOffRefused
from editorial.suggestible import words_at
from editorial.views.act import ActView
from editorial.views.pages import refusal, signed_page
from trials.models import Passage, PassageApproval, TrialPage
from trials.passages.approving import APPROVERS, approve, is_approved, newest_approval, seen_of, wrote
from trials.passages.held import Approved, already_reviewed
from trials.passages.holders import holders
from trials.passages.inserting import WRITERS, insert, takes_passages
from trials.passages.standing import standing_of

FIELD = re.compile(r"id_[\w-]{1,100}")


class PassageView(WagtailAdminTemplateMixin, View):
    template_name = "trials/passages/passage.html"
    header_icon = "openquote"
    passage: Passage

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm("trials.view_passage"):
            raise PermissionDenied
        self.passage = get_object_or_404(Passage, pk=pk)
        return super().dispatch(request)

    def get_page_title(self) -> str:
        return _("Approved passage")

    def get_page_subtitle(self) -> str:
        return self.passage.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listing = {"url": reverse("wagtailsnippets_trials_passage:list"), "label": _("Approved passages")}
        return [*super().get_breadcrumbs_items(), listing, {"url": "", "label": self.passage.name}]

    def get(self, request: HttpRequest, refused: str = "") -> HttpResponse:
        newest = newest_approval(self.passage)
        context = self.get_context_data(
            passage=self.passage,
            refused=refused,
            newest=newest,
            approved=is_approved(self.passage, newest),
            standing=standing_of(self.passage, newest),
            approvals=self.passage.approvals.select_related("approved_by").order_by("-approved_at", "-pk"),
            seen=seen_of(self.passage),
            wrote=wrote(request.user, self.passage),
            approves=belongs_to(request.user, *APPROVERS),
            edits=request.user.has_perm("trials.change_passage"),
            holders=holders(self.passage, person=request.user),
        )
        return self.render_to_response(context, status=409 if refused else 200)

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            approve(self.passage, by=request.user, seen=request.POST.get("seen", ""), now=timezone.now())
        except SignOffRefused as refusal:
            return self.get(request, refused=str(refusal))
        messages.success(request, _("Approved. Who writes pages can insert it now."))
        return redirect("trial_passage", self.passage.pk)


class InsertView(ActView):
    """Choose a passage and the text it goes behind; both languages go in together."""

    template_name = "trials/passages/insert.html"
    header_icon = "openquote"

    def get_page_title(self) -> str:
        return _("Insert an approved passage")

    def of_page(self) -> dict[str, Any]:
        desk = open_desk(self.page.pk)
        given = self.request.POST or self.request.GET
        place = given.get("place", "")
        label = desk.page.labels(desk.content)
        return {
            "revision": desk.revision.pk if desk.revision else "",
            "place": place,
            "label": label(place) if _takes(desk, place) else "",
            "words": words_at(desk.content, place) if place else UNWRITTEN,
            "already": _already(desk, place),
            "places": [(code, label(code)) for code in _places(desk)],
            "passages": _offered(),
            "chosen": given.get("passage", ""),
            "field": _field(self.request),
            "back": _edit_address(self.request, self.page.pk),
            "writes": belongs_to(self.request.user, *WRITERS),
        }

    def act(self) -> HttpResponse:
        posted = self.request.POST
        chosen, place = posted.get("passage", ""), posted.get("place", "")
        passage = Passage.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
        if passage is None or not place:
            raise Incomplete(_("Choose a passage and the text it goes behind."))
        seen = posted.get("revision", "")
        insert(
            self.page,
            passage,
            place=place,
            by=self.request.user,
            revision=int(seen) if seen.isdecimal() else None,
            now=timezone.now(),
        )
        messages.success(self.request, _("Inserted in both languages, as a new version of yours."))
        return redirect(_edit_address(self.request, self.page.pk))


def trial_of(request: HttpRequest, page_id: int) -> HttpResponse:
    """The screen for a trial page; no other kind of page takes passages."""
    get_object_or_404(TrialPage, pk=page_id)
    signed_page(request, page_id)
    return InsertView.as_view()(request, page_id=page_id)


def passage_urls() -> list[Any]:
    return [
        path("passages/<int:pk>/", PassageView.as_view(), name="trial_passage"),
        path("trials/<int:page_id>/passage/", trial_of, name="insert_passage"),
    ]


def passage_log_actions(actions: Any) -> None:
    actions.register_action(
        "trials.approve_passage", gettext_lazy("Approve a passage"), gettext_lazy("Passage approved")
    )
    actions.register_action(
        "trials.insert_passage", gettext_lazy("Insert a passage"), gettext_lazy("Passage inserted")
    )


def refuse_deleting_approved(request: HttpRequest, chosen: Sequence[Any]) -> HttpResponse | None:
    """Hook: who wrote a passage is an author of the pages that repeat it, for as long as it is there."""
    passages = [each.pk for each in chosen if isinstance(each, Passage)]
    approved = PassageApproval.objects.filter(passage__in=passages).select_related("passage").first()
    if approved is None:
        return None
    told = {"passage": approved.passage.name}
    return refusal(
        request, _("“%(passage)s” was approved, and pages may repeat it: it cannot be deleted.") % told
    )


def refuse_deleting_who_approved(request: HttpRequest, person: Any) -> HttpResponse | None:
    if not PassageApproval.objects.filter(approved_by=person).exists():
        return None
    sentence = _("%(name)s approved passages. Deactivate the account instead of deleting it.")
    return refusal(request, sentence % {"name": name_of(person)})


def _field(request: HttpRequest) -> str:
    """The input the person came from, as the link or the form says."""
    field = (request.POST or request.GET).get("field", "")
    return field if FIELD.fullmatch(field) else ""


def _edit_address(request: HttpRequest, page_id: int) -> str:
    field = _field(request)
    return reverse("wagtailadmin_pages:edit", args=[page_id]) + (f"#{field}" if field else "")


def _offered() -> list[tuple[Passage, bool, str]]:
    """Every passage, whether it can be inserted, and how far its approval is."""
    found = []
    newest = Approved().newest
    for passage in Passage.objects.all():
        approval = newest.get(passage.pk)
        found.append((passage, is_approved(passage, approval), standing_of(passage, approval)))
    return found


def _places(desk: Desk) -> list[str]:
    prose = [place for place in desk.page.WORDS if _takes(desk, place)]
    steps = [pair.place for pair in desk.content.pairs() if "." in pair.place and _takes(desk, pair.place)]
    return [*prose, *steps]


def _takes(desk: Desk, place: str) -> bool:
    return takes_passages(desk.page, place)


def _already(desk: Desk, place: str) -> list[str]:
    held = Approved().at(place, words_at(desk.content, place)) if place else []
    return [already_reviewed(each) for each in held if each.is_newest]
