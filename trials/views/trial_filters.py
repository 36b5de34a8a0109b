"""What the list of trials can be narrowed to: work to be done, batches, people, states."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters.filters import ModelMultipleChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import MultipleUserFilter, WagtailFilterSet
from wagtail.models import Page

from editorial.models import SiteSettings
from editorial.office.standing import State, standings
from editorial.office.waiting import Desks
from trials.labels import Status
from trials.models import Batch, TrialPage
from trials.translating.batches import translators

TO_DO = {
    "missing": Q(progress__missing__gt=0),
    "stale": Q(progress__stale__gt=0),
    "findings": Q(progress__blocking__gt=0),
}


class ToDoFilter(MultipleChoiceFilter):
    """Trials with any of the kinds of work chosen."""

    def filter(self, trials: QuerySet, chosen: Iterable[str]) -> QuerySet:
        wanted = Q()
        for name in chosen or ():
            wanted |= TO_DO[name]
        return trials.filter(wanted)


class StateFilter(MultipleChoiceFilter):
    """Trials by the step of the editorial desk at which they stand."""

    def filter(self, trials: QuerySet, chosen: Iterable[str]) -> QuerySet:
        if not chosen:
            return trials
        person = self.parent.request.user
        pages = Page.objects.filter(pk__in=TrialPage.objects.values("pk"))
        found = standings(pages, Desks(person, SiteSettings.of_site()).steps)
        return trials.filter(pk__in=[each.page.pk for each in found if each.state in chosen])


class BatchFilter(ModelMultipleChoiceFilter):
    def filter(self, trials: QuerySet, chosen: Any) -> QuerySet:
        # By number, so that a trial in two of them is listed once.
        within = Batch.trials.through.objects.filter(batch__in=chosen).values("trialpage_id")
        return trials.filter(pk__in=within) if chosen else trials


class AssigneeFilter(MultipleUserFilter):
    def filter(self, trials: QuerySet, chosen: Any) -> QuerySet:
        held = Batch.trials.through.objects.filter(batch__assignee__in=chosen, batch__closed_at=None)
        return trials.filter(pk__in=held.values("trialpage_id")) if chosen else trials


class TrialFilterSet(WagtailFilterSet):
    to_do = ToDoFilter(
        label=_("To do"),
        choices=[
            ("missing", _("Chinese missing")),
            ("stale", _("Chinese out of date")),
            ("findings", _("Findings to mend")),
        ],
        widget=CheckboxSelectMultiple,
    )
    state = StateFilter(label=_("Where it stands"), choices=State.choices, widget=CheckboxSelectMultiple)
    batch = BatchFilter(
        label=_("Batch"),
        queryset=lambda request: Batch.objects.filter(closed_at=None),
        widget=CheckboxSelectMultiple,
    )
    assignee = AssigneeFilter(
        label=_("Assigned to"), queryset=lambda request: translators(), widget=CheckboxSelectMultiple
    )
    status = MultipleChoiceFilter(
        label=_("Recruitment status"), choices=Status.choices, widget=CheckboxSelectMultiple
    )

    class Meta:
        model = TrialPage
        fields: list[str] = []
