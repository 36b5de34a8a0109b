"""Which pages a person may see the drafts of; a dashboard names no other."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page
from wagtail.permissions import policy_registry


def within_reach(person: Any, page_ids: Iterable[Any]) -> dict[int, Page]:
    """Of these pages those the person may change, by number; rows of the tree, without their words."""
    policy = policy_registry.get_by_type(Page)
    return policy.instances_user_has_permission_for(person, "change").in_bulk({int(pk) for pk in page_ids})
