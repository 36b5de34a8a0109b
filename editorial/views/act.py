"""What the screens of a single act have in common: a page, a form, a refusal in the person's own words."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from editorial.models import SignedPage
from editorial.refusals import Incomplete, SignOffRefused
from editorial.views.pages import signed_page


class ActView(WagtailAdminTemplateMixin, View):
    """GET shows the screen; POST does the act, or shows the screen again with what was typed and why not."""

    page: SignedPage

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": self.get_page_title()},
        ]

    def get(self, request: HttpRequest, page_id: int, refused: str = "") -> HttpResponse:
        self.page = signed_page(request, page_id)
        context = self.get_context_data(page=self.page, refused=refused, **self.of_page())
        return self.render_to_response(context, status=409 if refused else 200)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        self.page = signed_page(request, page_id)
        try:
            return self.act()
        except SignOffRefused as refusal:
            if not isinstance(refusal, Incomplete):
                told = {"act": str(self.get_page_title()), "sentence": str(refusal)}
                log(instance=self.page, action="editorial.refused", user=request.user, data=told)
            return self.get(request, page_id, refused=str(refusal))

    def of_page(self) -> dict[str, Any]:
        """What the template needs beyond the page."""
        raise NotImplementedError

    def act(self) -> HttpResponse:
        """Do what was posted and say where to go on; raises SignOffRefused."""
        raise NotImplementedError
