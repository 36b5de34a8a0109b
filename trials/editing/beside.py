"""What stands beside each text on the editing screen, read once per screen and not once per text."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.http import HttpRequest

from trials.writing import FACT_WORDS

SAID = {name: place for place, name in FACT_WORDS.items()}


def place_of(holder: Any, name: str) -> str:
    """Where a text of a saved trial page stands in its content ("criteria.i3.text"); "" for any other."""
    if not hasattr(holder, "translated_from"):
        return ""
    if not hasattr(holder, "key_prefix"):
        return SAID.get(name, name) if holder.pk else ""
    relation = holder._meta.get_field("page").remote_field.related_name
    return f"{relation}.{holder.key}.{name}" if holder.key and holder.page.pk else ""


class Beside:
    """What is known of each text of one page, by its place; three queries at most, whatever its length."""

    def __init__(self, page: Any) -> None:
        self._page = page

    @classmethod
    def on_screen(cls, request: HttpRequest, page: Any) -> "Beside":
        """The one of this screen: every pair of fields is drawn by a panel that knows no other."""
        return vars(request).setdefault("stands_beside", cls(page))

    def of(self, place: str) -> dict[str, Any]:
        """The values of the templates under `trials/editing/beside/`; empty where nothing is known."""
        return {
            "page": self._page,
            "place": place,
            "stale": self._stale.get(place),
            "made_by": self._made_by.get(place, ""),
            "terms": self._terms.get(place, ()),
            "queries": self._queries.get(place, ()),
        }

    @cached_property
    def _stale(self) -> Mapping[str, Any]:
        from trials.translating.staleness import stale_texts

        return stale_texts(self._page)

    @cached_property
    def _made_by(self) -> Mapping[str, str]:
        from trials.translating.provenance import made_by_others

        return made_by_others(self._page)

    @cached_property
    def _terms(self) -> Mapping[str, Any]:
        from trials.glossary.beside import terms_beside

        return terms_beside(self._page)

    @cached_property
    def _queries(self) -> Mapping[str, Any]:
        from editorial.queries import open_queries

        return open_queries(self._page)
