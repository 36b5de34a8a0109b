"""The load planner: how many pages are due in each coming week, and whether the team can read them."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Site

from editorial.editions import day_of
from editorial.load import due_days
from editorial.models import SiteSettings
from editorial.models.site_settings import WEEKDAYS
from editorial.office.chart import chart
from editorial.office.plan import plan
from editorial.people import LEADS, belongs_to


def may_plan(person: Any) -> bool:
    return person.is_superuser or belongs_to(person, LEADS)


class LoadView(WagtailAdminTemplateMixin, View):
    template_name = "editorial/load.html"
    header_icon = "calendar-alt"

    def get_page_title(self) -> str:
        return _("Load planner")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest) -> HttpResponse:
        if not may_plan(request.user):
            raise PermissionDenied(_("The load planner is for leads."))
        site = SiteSettings.of_site()
        today = day_of(timezone.now())
        planned = plan(
            due_days(), today=today, interval=settings.REVIEW_INTERVAL_DAYS, capacity=site.capacity
        )
        context = self.get_context_data(
            plan=planned,
            chart=chart(planned.weeks),
            capacity=[(_weekday(name), number) for name, number in zip(WEEKDAYS, site.capacity, strict=True)],
            settings_url=_settings_url(),
        )
        return self.render_to_response(context)


class LoadMenuItem(MenuItem):
    def __init__(self) -> None:
        label = gettext_lazy("Load planner")
        super().__init__(label, reverse("editorial_load"), name="editorial-load", icon_name="calendar-alt")

    def is_shown(self, request: HttpRequest) -> bool:
        return may_plan(request.user)


def _weekday(name: str) -> str:
    return SiteSettings._meta.get_field(f"capacity_{name}").verbose_name


def _settings_url() -> str:
    site = Site.objects.filter(is_default_site=True).first()
    where = ["editorial", "sitesettings", *([site.pk] if site else [])]
    return reverse("wagtailsettings:edit", args=where)
