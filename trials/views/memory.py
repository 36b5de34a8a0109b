"""Texts of other pages like one of this page: beside its field, or as a page where there is no script."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.content import Words
from trials.building import text
from trials.models import TrialPage
from trials.translating.memory import matches, sentence_matches
from trials.translating.reused import token_of
from trials.writing import texts_of


class MemoryView(WagtailAdminTemplateMixin, View):
    """`?place=` names the text; with `?beside` only the matches are answered, for its field."""

    template_name = "trials/memory/page.html"
    header_icon = "history"

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        row = get_object_or_404(TrialPage, pk=page_id)
        if not row.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.page = row.get_latest_revision_as_object()
        place = request.GET.get("place", "")
        words = _words_at(self.page, place)
        found = [(match, token_of(place, match.chinese)) for match in matches(words.en, but=self.page)]
        # Sentences one by one where no page says the whole or nearly.
        parts = [] if found else sentence_matches(words.en, but=self.page)
        known = {"words": words, "matches": found or [(part, "") for part in parts], "is_part": bool(parts)}
        if "beside" in request.GET:
            return render(request, "trials/memory/matches.html", {**known, "is_beside": True})
        label = self.page.labels(self.page.build_content())(place)
        return self.render_to_response(self.get_context_data(page=self.page, label=label, **known))

    def get_page_title(self) -> str:
        return _("From translation memory")

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        here = {"url": "", "label": self.get_page_title()}
        own = {"url": edit, "label": self.page.get_admin_display_title()}
        return [*super().get_breadcrumbs_items(), own, here]


def _words_at(page: TrialPage, place: str) -> Words:
    for known, holder, name in texts_of(page):
        if known == place:
            return text(holder, name)
    raise Http404


def memory_urls() -> list[URLPattern]:
    return [path("trials/<int:page_id>/memory/", MemoryView.as_view(), name="trial_memory")]
