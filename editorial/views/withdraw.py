"""Taking an edition from the public, at once and with a reason."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial import signoff
from editorial.content import Words
from editorial.models import Edition
from editorial.refusals import SignOffRefused
from editorial.views.pages import signed_page


class WithdrawView(WagtailAdminTemplateMixin, View):
    template_name = "editorial/withdraw.html"
    header_icon = "warning"

    def get_page_title(self) -> str:
        return _("Withdraw")

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": _("Withdraw")},
        ]

    def get(self, request: HttpRequest, page_id: int, refused: str = "") -> HttpResponse:
        self.page = signed_page(request, page_id)
        edition = Edition.objects.in_force().filter(page_id=self.page.pk).first()
        context = self.get_context_data(
            edition=edition, refused=refused, reason=_reason(request), page=self.page
        )
        return self.render_to_response(context, status=409 if refused else 200)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = signed_page(request, page_id)
        try:
            signoff.withdraw(page, by=request.user, reason=_reason(request), now=timezone.now())
        except SignOffRefused as refusal:
            return self.get(request, page_id, refused=str(refusal))
        messages.success(request, _("Withdrawn. Its address now says that the page was taken down, and why."))
        return redirect("wagtailadmin_pages:edit", page_id)


def _reason(request: HttpRequest) -> Words:
    return Words(en=request.POST.get("reason_en", ""), zh_hans=request.POST.get("reason_zh_hans", ""))
