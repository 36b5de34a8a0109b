"""The editions of one page and what happened between them, as one time line."""

from typing import Any

from django.core.paginator import Page as Shown
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.models import Edition, SignedPage
from editorial.office.history import EditionEvent, LogEvent, edition_events, log_events
from editorial.views.pages import signed_page

PER_PAGE = 10


class EditionsView(WagtailAdminTemplateMixin, View):
    template_name = "editorial/editions.html"
    header_icon = "history"
    page: SignedPage

    def get_page_title(self) -> str:
        return _("Editions and sign-offs")

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": self.get_page_title()},
        ]

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        self.page = signed_page(request, page_id)
        editions = Edition.objects.filter(page_id=self.page.pk).select_related("signed_by")
        shown = Paginator(editions.order_by("-number"), PER_PAGE).get_page(request.GET.get("p"))
        context = self.get_context_data(
            page=self.page, shown=shown, events=_events(self.page, shown), lang=get_language(), query=""
        )
        return self.render_to_response(context)


def _events(page: SignedPage, shown: Shown) -> list[EditionEvent | LogEvent]:
    """The editions on this page of the list with what was logged in their time, newest first."""
    editions = list(shown)
    since = editions[-1].published_at if editions and shown.has_next() else None
    newer = Edition.objects.filter(page_id=page.pk, number=editions[0].number + 1) if editions else None
    until = newer.values_list("published_at", flat=True).first() if newer is not None else None
    events = [*edition_events(page, editions), *log_events(page, since=since, until=until)]
    return sorted(events, key=lambda event: event.when, reverse=True)
