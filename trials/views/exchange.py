"""The screen where a translation comes back: first a report that writes nothing, then the import."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from trials.models import TrialPage
from trials.translating.exchange.archives import read_files
from trials.translating.exchange.importing import (
    MACHINE,
    MEMORY,
    PERSON,
    Report,
    import_translation,
    look_over,
    pages_of,
)
from trials.translating.exchange.keeping import keep, kept_in
from trials.translating.exchange.refused import ExchangeRefused
from trials.translating.exchange.showing import Shown, shown
from trials.views.translation_files import may_exchange

LARGEST_UPLOAD = 20_000_000
MAKERS = (
    ("", gettext_lazy("As the file says")),
    (PERSON, gettext_lazy("People")),
    (MACHINE, gettext_lazy("A machine")),
    (MEMORY, gettext_lazy("The translation memory")),
)


class TranslationForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File with the translation"),
        help_text=gettext_lazy("XLIFF 1.2 (.xlf), or a .zip of such, exported here."),
        widget=forms.FileInput(attrs={"accept": ".xlf,.xliff,.zip"}),
    )
    maker = forms.ChoiceField(
        label=gettext_lazy("Who translated"), choices=MAKERS, required=False, widget=forms.RadioSelect
    )

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST_UPLOAD:
            told = {"size": filesizeformat(LARGEST_UPLOAD)}
            raise forms.ValidationError(
                _("The file is larger than %(size)s. Use the command import_translation on the server.")
                % told
            )
        return upload


class ImportTranslationView(WagtailAdminTemplateMixin, View):
    """Of one trial when its page is named, else of every trial the file holds."""

    template_name = "trials/exchange/import.html"
    page_title = gettext_lazy("Import a translation")
    header_icon = "upload"
    page: TrialPage | None = None

    def dispatch(self, request: HttpRequest, page_id: int | None = None) -> HttpResponse:
        if page_id is not None:
            self.page = get_object_or_404(TrialPage, pk=page_id)
        asked = self.page.permissions_for_user(request.user).can_edit() if self.page else True
        if not asked or not may_exchange(request.user):
            raise PermissionDenied
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(form=TranslationForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            return self._import() if "kept" in request.POST else self._look_over()
        except ExchangeRefused as refused:
            return self._show(409, form=TranslationForm(), refused=str(refused))

    def _look_over(self) -> HttpResponse:
        form = TranslationForm(self.request.POST, self.request.FILES)
        if not form.is_valid():
            return self._show(form=form)
        upload, maker, person = form.cleaned_data["file"], form.cleaned_data["maker"], self.request.user
        found = pages_of(read_files(upload.name, upload.read()), only=self.page.trial_id if self.page else "")
        reports = [look_over(trial, page_id, by=person, maker=maker) for trial, page_id in found]
        kept = ""
        if any(report.writes for report in reports):
            kept = keep([trial for trial, _page in found], reports, maker=maker, by=person)
        return self._show(form=TranslationForm(), shown=_shown(reports), kept=kept)

    def _import(self) -> HttpResponse:
        person = self.request.user
        rows, maker = kept_in(self.request.POST["kept"], by=person)
        done = [
            import_translation(trial, page_id, by=person, maker=maker, opened_on=opened_on)
            for trial, page_id, opened_on in rows
        ]
        return self._show(form=TranslationForm(), shown=_shown(done), is_done=True)

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title() if self.page else ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items = super().get_breadcrumbs_items()
        if self.page:
            edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
            items = [*items, {"url": edit, "label": self.page.get_admin_display_title()}]
        return [*items, {"url": "", "label": self.page_title}]

    def _show(self, status: int = 200, **context: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(page=self.page, **context), status=status)


def _shown(reports: Sequence[Report]) -> list[Shown]:
    return [shown(report) for report in reports]


class ExchangeMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_exchange(request.user)


def exchange_menu_item() -> MenuItem:
    return ExchangeMenuItem(
        gettext_lazy("Translations"),
        reverse_lazy("import_translations"),
        name="translation-exchange",
        icon_name="upload",
        order=261,
    )


def exchange_urls() -> list[URLPattern]:
    view = ImportTranslationView.as_view()
    return [
        path("trials/translation/", view, name="import_translations"),
        path("trials/<int:page_id>/translation/import/", view, name="import_translation"),
    ]
