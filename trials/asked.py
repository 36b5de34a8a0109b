"""About which texts readers are told that the sponsor was asked."""

from typing import Any

from trials import writing

SAID_ELSEWHERE = ("headline", "official_title", "seo_description", "facts.why_stopped")
"""Texts beside which a reader meets no sentence of ours: a heading, a line for search engines."""
LISTS = ("criteria.", "taking_part.", "how_to_participate.")


def is_told(page: Any, place: str) -> bool:
    return place in page.asked_about


def tell(page: Any, place: str, on: bool) -> None:
    """Say it at `place`, or no longer, in memory only; raises LookupError where no sentence can stand."""
    if not on:
        page.asked_about = [told for told in page.asked_about if told != place]
    elif can_tell(page, place):
        page.asked_about = [*page.asked_about, place]
    else:
        raise LookupError(place)


def can_tell(page: Any, place: str) -> bool:
    known = place in page.WORDS or (place.startswith(LISTS) and place.endswith((".text", ".note")))
    return known and place not in SAID_ELSEWHERE and writing.can_write(page, place)
