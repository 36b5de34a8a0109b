"""Which pages a person may see the drafts of; a dashboard names no other."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page
from wagtail.permissions import policy_registry

from editorial.models import SignedPage


def within_reach(person: Any, page_ids: Iterable[Any]) -> dict[int, Page]:
    """Of these the signed pages the person may change, by number; rows of the tree, without their words."""
    policy = policy_registry.get_by_type(Page)
    found = policy.instances_user_has_permission_for(person, "change").in_bulk({int(pk) for pk in page_ids})
    return {pk: page for pk, page in found.items() if _is_signed(page)}


def _is_signed(page: Page) -> bool:
    # A page whose class is gone from the code has none.
    return page.specific_class is not None and issubclass(page.specific_class, SignedPage)
