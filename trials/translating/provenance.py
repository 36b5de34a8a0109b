"""Who worded a Chinese text: a person, the translation memory, a machine; whose wording the English is."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.content import ENGLISH
from editorial.findings import Finding, Weight
from trials.content import TrialContent
from trials.rows import in_order
from trials.tidy import tidy
from trials.translating.locked import fault
from trials.translating.pins import CHINESE_SUFFIX, is_reworded
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
    """A person saved `holder` over `former`: Chinese that reads otherwise is theirs from here on."""
    made_by = former.made_by if former is not None else holder.made_by
    holder.made_by = {
        name: maker
        for name, maker in made_by.items()
        if getattr(holder, name + CHINESE_SUFFIX) and not (former and is_reworded(holder, former, name))
    }


def made_by_others(page: Any) -> dict[str, str]:
    """What editors and reviewers are told of each Chinese text no person worded, by its place."""
    return {
        place: str(BESIDE[maker])
        for place, holder, name in texts_of(page)
        if (maker := holder.made_by.get(name)) in BESIDE and getattr(holder, name + CHINESE_SUFFIX)
    }


def registry_wording(page: Any, content: TrialContent) -> Iterator[Finding]:
    """A criterion that counts as the registry's wording says what the registry says, whoever wrote it how.

    The editing screen refuses it before; this is for everything that writes elsewhere.
    """
    label, has_record = page.labels(content), page.registry_record_id is not None
    for row in in_order(page.criteria):
        wrong = fault(
            source=row.source,
            english=row.text_en,
            registry_text=row.registry_text,
            has_record=has_record,
            place=label(f"criteria.{row.key}.text"),
        )
        if wrong:
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
