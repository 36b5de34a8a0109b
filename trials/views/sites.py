"""The screen where the sites of one trial are edited, fifty at a time."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from trials.editing.sites import SiteChanges, SitesRefused, change_sites
from trials.editing.widgets import CodeSelect
from trials.labels import SiteStatus
from trials.models import TrialPage
from trials.places import PlaceNames, Stored, sites_of

PER_PAGE = 50


class SiteForm(forms.Form):
    """One site of the list: its status, and whether it stays."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=32)
    status = forms.CharField(
        widget=CodeSelect(SiteStatus), label=gettext_lazy("Status"), required=False, max_length=64
    )
    remove = forms.BooleanField(label=gettext_lazy("Remove"), required=False)


class NewSiteForm(forms.Form):
    """A site the registry does not list, its names in English."""

    facility = forms.CharField(label=gettext_lazy("Hospital or clinic"), max_length=300)
    city = forms.CharField(label=gettext_lazy("City"), max_length=300)
    state = forms.CharField(label=gettext_lazy("Province, state or region"), max_length=300, required=False)
    country = forms.CharField(label=gettext_lazy("Country"), max_length=300)
    status = forms.CharField(
        widget=CodeSelect(SiteStatus), label=gettext_lazy("Status"), required=False, max_length=64
    )


SiteFormSet = forms.formset_factory(SiteForm, extra=0, max_num=PER_PAGE, absolute_max=PER_PAGE)


class SitesView(WagtailAdminTemplateMixin, View):
    template_name = "trials/editing/sites.html"
    header_icon = "site"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponse:
        row = get_object_or_404(TrialPage, pk=page_id)
        if not row.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.page = row.get_latest_revision_as_object()
        self.wanted = request.GET.get("q", "").strip()[:100]
        return super().dispatch(request, page_id)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        return self._show(SiteFormSet(initial=self._initial(), prefix="sites"), NewSiteForm(prefix="new"))

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        listed = SiteFormSet(request.POST, initial=self._initial(), prefix="sites")
        adds = "add" in request.POST
        new = NewSiteForm(request.POST if adds else None, prefix="new")
        if not (new.is_valid() if adds else listed.is_valid()):
            return self._show(listed, new)
        changes = SiteChanges(added=(new.cleaned_data,)) if adds else _decided(listed)
        try:
            changed = change_sites(
                page_id, changes, user=request.user, opened_on=request.POST.get("opened_on", "")
            )
        except SitesRefused as refusal:
            messages.error(request, str(refusal))
            return redirect(request.get_full_path())
        messages.success(request, _("The sites were saved.") if changed else _("Nothing was changed."))
        return redirect(request.get_full_path())

    def get_page_title(self) -> str:
        return _("Sites")

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": _("Sites")},
        ]

    def _shown(self) -> Any:
        """The Paginator page of stored sites that match what is looked for."""
        found = [site for site in self.page.sites if _matches(site, self.wanted)]
        return Paginator(found, PER_PAGE).get_page(self.request.GET.get("p"))

    def _initial(self) -> list[dict[str, str]]:
        return [{"key": site["key"], "status": site.get("status") or ""} for site in self._shown()]

    def _show(self, listed: Any, new: NewSiteForm) -> HttpResponse:
        shown = self._shown()
        stored = {site["key"]: site for site in shown}
        named = {site.key: site for site in sites_of(stored.values(), PlaceNames(stored.values()))}
        rows = [(named.get(form["key"].value()), form) for form in listed.forms]
        lock = self.page.get_lock()
        return self.render_to_response(
            self.get_context_data(
                page=self.page,
                rows=rows,
                listed=listed,
                new=new,
                shown=shown,
                wanted=self.wanted,
                locked=lock is not None and lock.for_user(self.request.user),
                opened_on=self.page.latest_revision_id or "",
                total=len(self.page.sites),
            )
        )


def _matches(site: Stored, wanted: str) -> bool:
    words = " ".join(str(site.get(part) or "") for part in ("facility", "city", "state", "country"))
    return wanted.casefold() in words.casefold()


def _decided(listed: Any) -> SiteChanges:
    rows = [form.cleaned_data for form in listed.forms if form.cleaned_data]
    return SiteChanges(
        statuses={row["key"]: row["status"] for row in rows},
        removed={row["key"] for row in rows if row["remove"]},
    )
