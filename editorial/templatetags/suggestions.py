"""For any screen that shows the texts of a page in rows: what is suggested for one of them."""

from typing import Any

from django import template

from editorial.content import Words
from editorial.models import SignedPage
from editorial.views.suggesting import Board, Row

register = template.Library()


@register.simple_tag(takes_context=True)
def suggestions_at(context: Any, page: SignedPage, place: str, label: str, words: Words) -> Row:
    """The row of a place as the person of the request sees it; the page's suggestions are read once."""
    request = context["request"]
    boards = request.__dict__.setdefault("suggestion_boards", {})
    if page.pk not in boards:
        boards[page.pk] = Board(page, request.user)
    return boards[page.pk].row(place, label, words)
