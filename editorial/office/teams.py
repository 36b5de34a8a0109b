"""Who may take which step."""

from collections import defaultdict
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import F
from django.utils.translation import gettext_lazy

from editorial.desk import Step
from editorial.people import LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS

GROUP_OF_STEP = {
    Step.LANGUAGE_REVIEW: LANGUAGE_REVIEWERS,
    Step.MEDICAL_REVIEW: MEDICAL_REVIEWERS,
    Step.SIGN_OFF: SIGNERS,
}


ACT_OF_STEP = {
    Step.LANGUAGE_REVIEW: gettext_lazy("Review the Chinese"),
    Step.MEDICAL_REVIEW: gettext_lazy("Review the medicine"),
    Step.SIGN_OFF: gettext_lazy("Sign off"),
}


def teams() -> dict[Step, list[Any]]:
    """The active people of each step's group, by user name."""
    people = get_user_model().objects.filter(is_active=True, groups__name__in=GROUP_OF_STEP.values())
    members = defaultdict(list)
    for person in people.annotate(team=F("groups__name")).order_by("username"):
        members[person.team].append(person)
    return {step: members[group] for step, group in GROUP_OF_STEP.items()}


def groups_of(person: Any) -> set[str]:
    """The names of an active person's groups; being superuser makes nobody a member."""
    return set(person.groups.values_list("name", flat=True)) if person.is_active else set()
