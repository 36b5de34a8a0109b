"""The box with a translator's batches on the home of the admin."""

from collections.abc import Mapping
from typing import Any

from django.forms import Media
from django.utils import timezone
from wagtail.admin.ui.components import Component

from editorial.editions import day_of
from trials.models import Batch
from trials.translating.batches import is_late, sums
from trials.translating.progress import AT_ONCE, count_again


class MyBatches(Component):
    name = "trial_batches"
    template_name = "trials/batches/mine.html"
    order = 5

    def __init__(self, person: Any) -> None:
        self.person = person

    @property
    def media(self) -> Media:
        return Media(css={"all": ["editorial/dashboard.css"]})

    def get_context_data(self, parent_context: Mapping[str, Any] | None) -> dict[str, Any]:
        today = day_of(timezone.now())
        found = list(Batch.objects.filter(assignee=self.person, closed_at=None).order_by("due", "pk"))
        if found:
            count_again(only_uncounted=True, limit=AT_ONCE)
        summed = sums(found)
        return {"batches": [(batch, summed[batch.pk], is_late(batch, today)) for batch in found]}
