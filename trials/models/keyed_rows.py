"""What rows of a trial page have in common: a place in their list, a key for life, the pinned English."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

from editorial.bilingual import BilingualRow

TRANSLATING = ("translated_from", "made_by", "as_typed")
"""What is kept of how each Chinese text came to be; in no form. See `trials.translating`."""


class Row(BilingualRow, Orderable):
    """A row of a trial page that has no key: it is what it names."""

    class Meta(Orderable.Meta):
        abstract = True
        # Two rows that code put on one place keep their order: the same page always gives the same bytes.
        ordering = ["sort_order", "pk"]

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        # The list puts its page on each row. Left in, every row would ask the database for the page,
        # with its thousand sites, to see whether it exists.
        return super().from_serializable_data({n: v for n, v in data.items() if n != "page"}, *args, **kwargs)


class KeyedRow(Row):
    """A row with a key that is its anchor in both languages: given once, never reused or renumbered.

    A draft of a live page rebuilds a new row from the form alone, so what is not in the form
    (`UNSEEN`) is brought back from the revision before, by key, when the form is saved.
    """

    UNSEEN: ClassVar[tuple[str, ...]] = ()

    key = models.CharField(_("key"), max_length=16, blank=True)

    class Meta(Row.Meta):
        abstract = True

    def key_prefix(self) -> str:
        """The letter keys of this row begin with."""
        raise NotImplementedError


class TranslatedRow(KeyedRow):
    """A keyed row with texts; `translated_from` holds the English each Chinese text was made from."""

    UNSEEN = TRANSLATING
    WORDS: ClassVar[tuple[str, ...]] = ()

    translated_from = models.JSONField(default=dict, blank=True, editable=False)
    made_by = models.JSONField(default=dict, blank=True, editable=False)
    as_typed = models.JSONField(default=dict, blank=True, editable=False)

    class Meta(KeyedRow.Meta):
        abstract = True
