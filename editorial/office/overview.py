"""Everything the office has, counted by where it stands."""

from collections import Counter
from typing import Any

from django.apps import apps
from wagtail.models import Page

from editorial.models import SignedPage
from editorial.office.reach import within_reach
from editorial.office.standing import State, standings


def overview(person: Any, steps: dict[int, Any]) -> Counter[State]:
    """How many pages within reach are at each state; `steps` are those of all submitted pages."""
    models = [model for model in apps.get_models() if issubclass(model, SignedPage)]
    ids = Page.objects.type(*models).values_list("pk", flat=True)
    return Counter(each.state for each in standings(within_reach(person, ids).values(), steps))
