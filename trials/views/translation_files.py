"""What translators take away: XLIFF of drafts, the glossary, the translation memory; and the ways there."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from trials.models import TrialPage
from trials.translating.exchange import exporting, glossaries
from trials.translating.exchange.glossaries import glossary_csv, glossary_tbx, memory_tmx

WHOLE_FILES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "glossary.tbx": (glossary_tbx, glossaries.TBX_TYPE),
    "glossary.csv": (glossary_csv, glossaries.CSV_TYPE),
    "memory.tmx": (memory_tmx, glossaries.TMX_TYPE),
}


def may_exchange(person: Any) -> bool:
    """Whoever may change pages; a translator need not be able to add one."""
    return page_permission_policy.user_has_permission(person, "change")


def export_trial(request: HttpRequest, page_id: int) -> HttpResponse:
    page = get_object_or_404(TrialPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return download(*exporting.file_of(page, now=timezone.now()), exporting.XLIFF_TYPE)


def export_whole(request: HttpRequest, name: str) -> HttpResponse:
    """The glossary or the translation memory under the name of its format."""
    if not may_exchange(request.user):
        raise PermissionDenied
    if name not in WHOLE_FILES:
        raise Http404
    content, kind = WHOLE_FILES[name]
    return download(name, content(), kind)


def download(name: str, content: bytes, kind: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


class ExportBulkAction(PageBulkAction):
    """Several trials as one zip, at once: nothing is written that would ask for a confirmation."""

    display_name = gettext_lazy("Export for translation")
    aria_label = gettext_lazy("Export selected trials for translation")
    action_type = "export_translation"
    action_priority = 60

    def check_perm(self, page: Page) -> bool:
        is_trial = issubclass(page.specific_class or Page, TrialPage)
        return is_trial and page.permissions_for_user(self.request.user).can_edit()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        chosen, rest = self.get_actionable_objects()
        if left_out := len(rest["items_with_no_access"]):
            _tell_left_out(request, left_out)
        if not chosen:
            return redirect(self.next_url)
        pages = _specific(chosen)
        return download(*exporting.files_of(pages, now=timezone.now()), exporting.ZIP_TYPE)

    # A form posted to this address by hand gets the same answer.
    post = get


def _specific(pages: Sequence[Page]) -> list[TrialPage]:
    found = TrialPage.objects.in_bulk([page.pk for page in pages])
    return [found[page.pk] for page in pages]


def _tell_left_out(request: HttpRequest, number: int) -> None:
    sentence = ngettext(
        "%(number)d page was not exported: it is no trial, or you may not change it.",
        "%(number)d pages were not exported: they are no trials, or you may not change them.",
        number,
    )
    messages.warning(request, sentence % {"number": number})


def exchange_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> list[Button]:
    """In the header of a trial's screens, for whoever may change it."""
    return [Button(*shown, icon_name=icon, priority=priority) for *shown, icon, priority in _ways(page, user)]


def exchange_in_listing(page: Page, user: Any, next_url: str | None = None) -> list[Button]:
    """Behind the three dots of a trial in the list of pages."""
    return exchange_buttons(page, user, "listing", next_url)


def _ways(page: Page, user: Any) -> list[tuple[str, str, str, int]]:
    is_trial = page.pk is not None and issubclass(page.specific_class or Page, TrialPage)
    if not is_trial or not page.permissions_for_user(user).can_edit():
        return []
    out = reverse("export_translation", args=[page.pk])
    back = reverse("import_translation", args=[page.pk])
    return [
        (_("Export for translation"), out, "download", 60),
        (_("Import a translation"), back, "upload", 61),
    ]


def file_urls() -> list[URLPattern]:
    return [
        path("trials/<int:page_id>/translation/export/", export_trial, name="export_translation"),
        path("trials/translation/<str:name>", export_whole, name="export_whole"),
    ]
