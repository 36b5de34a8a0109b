"""Rows of a page as editors ordered them."""

from typing import Any


def in_order(rows: Any) -> list[Any]:
    """The rows of one list, from the database or from a revision, always in the same order.

    Rows that code put on one place stand in the order in which they were first saved; those not yet
    saved stand last.
    """
    return sorted(rows.all(), key=lambda row: (row.sort_order or 0, row.pk is None, row.pk or 0))
