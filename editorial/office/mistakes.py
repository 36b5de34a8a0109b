"""Reports of mistakes that wait for an answer, and whose they are."""

from typing import Any

from django.db.models import Count
from wagtail.models import Page

from editorial.mistakes import open_reports
from editorial.office.reach import within_reach
from editorial.people import GROUPS, belongs_to


def open_by_page(person: Any, **of_reports: Any) -> list[tuple[Page, int]]:
    """The pages a member of the office may change with how many open reports each has, by title."""
    if not belongs_to(person, *GROUPS):
        return []
    counted = open_reports().filter(**of_reports).order_by().values_list("page_id").annotate(Count("pk"))
    numbers = dict(counted)
    pages = within_reach(person, numbers) if numbers else {}
    return sorted(
        ((page, numbers[pk]) for pk, page in pages.items()),
        key=lambda row: (row[0].get_admin_display_title(), row[0].pk),
    )
