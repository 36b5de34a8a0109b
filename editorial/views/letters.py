"""Who was told what, and what the mail server has not taken yet; read by leads and administrators."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.models import Letter
from editorial.people import LEADS, belongs_to

SHOWN = 100
NOT_SENDING = tuple(f"django.core.mail.backends.{name}.EmailBackend" for name in ("console", "dummy"))


class LettersView(WagtailAdminTemplateMixin, View):
    template_name = "editorial/letters.html"
    header_icon = "mail"

    def get_page_title(self) -> str:
        return _("Letters")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest) -> HttpResponse:
        if not may_read_letters(request.user):
            raise PermissionDenied(_("Only leads see who was told what."))
        context = self.get_context_data(
            letters=newest_letters(), shown=SHOWN, only_printed=settings.EMAIL_BACKEND in NOT_SENDING
        )
        return self.render_to_response(context)


class LettersMenuItem(MenuItem):
    def __init__(self) -> None:
        label = gettext_lazy("Letters")
        super().__init__(label, reverse("editorial_letters"), name="editorial-letters", icon_name="mail")

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read_letters(request.user)


def may_read_letters(person: Any) -> bool:
    # Whoever looks after the mail server has to see what it refuses.
    return person.is_superuser or belongs_to(person, LEADS)


def newest_letters() -> QuerySet[Letter]:
    """The unsent ones first, then the newest."""
    newest = Letter.objects.select_related("person").order_by(F("sent_at").desc(nulls_first=True), "-pk")
    return newest[:SHOWN]
