"""The list of trials in the admin: where each stands, how far its Chinese has come, who has it until when."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from editorial.editions import day_of
from editorial.models import SiteSettings
from editorial.office.exceptions import with_exceptions
from editorial.office.standing import standings
from editorial.office.waiting import Desks
from trials.models import Batch, TranslationProgress, TrialPage
from trials.translating.batches import is_late
from trials.translating.progress import AT_ONCE, count_again
from trials.views.trial_filters import TrialFilterSet


class StateColumn(Column):
    cell_template_name = "trials/listing/state.html"


class ChineseColumn(Column):
    cell_template_name = "trials/listing/chinese.html"


class BatchColumn(Column):
    cell_template_name = "trials/listing/batches.html"


COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    PageTitleColumn("title", label=_("Internal name"), sort_key="title", classname="title"),
    Column("trial_id", label=_("Trial id"), sort_key="trial_id"),
    StateColumn("standing", label=_("Where it stands")),
    ChineseColumn("counts", label=_("Chinese"), sort_key="progress__missing"),
    Column("to_mend", label=_("To mend"), sort_key="progress__blocking"),
    BatchColumn("open_batches", label=_("Batches"), sort_key="batch_due"),
    DateColumn("latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"),
]


class TrialIndexView(IndexView):
    page_title = _("Trials")
    table_classname = "listing full-width trials-list"

    def get_base_queryset(self) -> QuerySet:
        # Pages whose newest version was saved by an earlier release have no count yet.
        count_again(only_uncounted=True, limit=AT_ONCE)
        due = Batch.objects.filter(trials=OuterRef("pk"), closed_at=None).order_by("due").values("due")[:1]
        return super().get_base_queryset().annotate(batch_due=Subquery(due))

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """By parts of the id or the internal name: the search index knows no part of an id."""
        for word in self.search_query.split() if self.is_searching else ():
            queryset = queryset.filter(
                Q(trial_id__icontains=word) | Q(title__icontains=word) | Q(draft_title__icontains=word)
            )
        return queryset

    def get_ordering(self) -> Any:
        # Without the search index there is no order of relevance.
        ordering = super().get_ordering()
        return ordering or self.default_ordering

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        self.tell(list(context["object_list"]))
        return context

    def tell(self, pages: list[TrialPage]) -> None:
        """Put on each page shown what its columns say; as many queries for fifty pages as for one."""
        ids = [page.pk for page in pages]
        steps = Desks(self.request.user, SiteSettings.of_site()).steps
        told = with_exceptions(standings(pages, steps), day_of(timezone.now()))
        standing = {each.page.pk: each for each in told}
        counts = TranslationProgress.objects.in_bulk(ids, field_name="page_id")
        batches = _open_batches(ids)
        for page in pages:
            page.standing, page.counts = standing[page.pk], counts.get(page.pk)
            page.to_mend = page.counts.blocking if page.counts else None
            page.open_batches = batches.get(page.pk, [])


def _open_batches(page_ids: list[int]) -> dict[int, list[tuple[Batch, bool]]]:
    """The open batches of each page, and whether each is late."""
    today = day_of(timezone.now())
    through = Batch.trials.through.objects.filter(trialpage__in=page_ids, batch__closed_at=None)
    found: dict[int, list[tuple[Batch, bool]]] = {}
    for row in through.select_related("batch__assignee").order_by("batch__due", "batch_id"):
        found.setdefault(row.trialpage_id, []).append((row.batch, is_late(row.batch, today)))
    return found


class TrialListing(PageListingViewSet):
    model = TrialPage
    name = "trials"
    url_prefix = "trials"
    icon = "doc-full"
    menu_label = _("Trials")
    menu_name = "trials"
    menu_order = 240
    add_to_admin_menu = True
    index_view_class = TrialIndexView
    columns = COLUMNS
    filterset_class = TrialFilterSet
    ordering = "-latest_revision_created_at"


trial_listing = TrialListing()
