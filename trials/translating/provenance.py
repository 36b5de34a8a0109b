"""Who worded a Chinese text: a person, the translation memory, a machine; whose wording the English is."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.content import ENGLISH
from editorial.findings import Finding, Weight
from trials.content import TrialContent
from trials.rows import in_order
from trials.tidy import tidy
from trials.translating.locked import fault, is_locked, moved
from trials.translating.pins import CHINESE_SUFFIX, is_repunctuated, is_reworded
from trials.translating.recorded import groups_in_record
from trials.writing import texts_of


class Maker(StrEnum):
    """Values of `made_by`; a text that is not named there was worded by a person."""

    MACHINE = "machine"
    MEMORY = "memory"


BESIDE: Mapping[str, Promise] = {
    Maker.MACHINE: _("This Chinese was made by a machine. Readers are told so until a person words it."),
    Maker.MEMORY: _("This Chinese came from the translation memory; a person worded it for another page."),
}


def worded_by_hand(holder: Any, *, former: Any | None) -> None:
    """A person saved `holder` over `former`: Chinese that reads otherwise is theirs from here on.

    Another comma is no wording.
    """
    made_by = former.made_by if former is not None else holder.made_by
    holder.made_by = {
        name: maker
        for name, maker in made_by.items()
        if getattr(holder, name + CHINESE_SUFFIX)
        and (former is None or not is_reworded(holder, former, name) or is_repunctuated(holder, former, name))
    }


def made_by_others(page: Any) -> dict[str, str]:
    """What editors and reviewers are told of each Chinese text no person worded, by its place."""
    return {
        place: str(BESIDE[maker])
        for place, holder, name in texts_of(page)
        if (maker := holder.made_by.get(name)) in BESIDE and getattr(holder, name + CHINESE_SUFFIX)
    }


def registry_wording(page: Any, content: TrialContent) -> Iterator[Finding]:
    """A criterion that counts as the registry's wording says what the registry says, in the registry's list.

    The editing screen refuses other words before; this is for everything that writes elsewhere.
    """
    label, groups = page.labels(content), groups_in_record(page)
    for row in in_order(page.criteria):
        if wrong := _fault(row, label(f"criteria.{row.key}.text"), groups):
            yield Finding(
                check="registry-wording",
                weight=Weight.BLOCKING,
                field="criteria",
                place=f"{row.key}.text",
                language=ENGLISH,
                message=wrong,
                expected=tidy(row.registry_text),
                found=tidy(row.text_en),
            )


def _fault(row: Any, place: str, groups: Mapping[str, Collection[str]] | None) -> str:
    wrong = fault(
        source=row.source,
        english=row.text_en,
        registry_text=row.registry_text,
        has_record=groups is not None,
        place=place,
    )
    # Words that today's reading of the record does not give came from an earlier reading of it.
    listed = (groups or {}).get(tidy(row.registry_text), ())
    if wrong or not listed or not is_locked(row, "text", ENGLISH) or row.group in listed:
        return wrong
    return moved(place, listed)
