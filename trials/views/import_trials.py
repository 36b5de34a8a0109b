"""The screen where records are imported as drafts."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from trials.drafting import CREATED, UNCHANGED, UPDATED
from trials.importing import REFUSED, Line, Tally, import_records
from trials.importing.form import MOST_RECORDS, ImportForm
from trials.models import TrialIndexPage

NAME = "import_trials"
OUTCOMES = {
    CREATED: gettext_lazy("created"),
    UPDATED: gettext_lazy("updated"),
    UNCHANGED: gettext_lazy("unchanged"),
    REFUSED: gettext_lazy("refused"),
}


def index_for(user: Any) -> TrialIndexPage | None:
    """The page that imports go under; None for somebody who may not add pages there."""
    index = TrialIndexPage.objects.first()
    return index if index and index.permissions_for_user(user).can_add_subpage() else None


class ImportTrialsView(WagtailAdminTemplateMixin, FormView):
    form_class = ImportForm
    template_name = "trials/importing/import.html"
    page_title = gettext_lazy("Import trials")
    header_icon = "download"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.index = index_for(request.user)
        if self.index is None:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def form_valid(self, form: ImportForm) -> HttpResponse:
        records = form.records(registry_url=settings.REGISTRY_URL)
        lines = list(
            import_records(
                records,
                parent=self.index,
                user=self.request.user,
                now=timezone.now(),
                limit=MOST_RECORDS,
            )
        )
        more = len(lines) == MOST_RECORDS and next(records, None) is not None
        return self.render_to_response(
            self.get_context_data(
                form=self.form_class(),
                lines=[(line, OUTCOMES[line.outcome]) for line in lines],
                summary=summary(lines),
                more=MOST_RECORDS if more else 0,
            )
        )


def summary(lines: list[Line]) -> str:
    """How many records had each outcome, in the active language."""
    outcomes = Tally.of(lines).outcomes
    return _("%(created)d created, %(updated)d updated, %(unchanged)d unchanged, %(refused)d refused") % {
        outcome: outcomes[outcome] for outcome in OUTCOMES
    }


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return index_for(request.user) is not None


def import_menu_item() -> MenuItem:
    return ImportMenuItem(
        gettext_lazy("Import trials"),
        reverse_lazy(NAME),
        name="import-trials",
        icon_name="download",
        order=260,
    )


def import_urls() -> list[URLPattern]:
    # Each record is a transaction of its own: what is told as created stays when a later one fails.
    return [path("trials/import/", transaction.non_atomic_requests(ImportTrialsView.as_view()), name=NAME)]
