"""Where editors put the registry's wording into their own: do they still state its limits?"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from editorial.content import ENGLISH
from editorial.findings import Finding, Weight
from trials.checks.quantities import comparators, units
from trials.checks.quantities.amount import Amount
from trials.checks.quantities.amounts import amounts_of
from trials.content import TrialContent
from trials.labels import CriterionSource
from trials.rows import in_order


def registry_amounts(page: Any, content: TrialContent) -> Iterator[Finding]:
    """A criterion in the editors' words states no amount that the registry's wording of it does not.

    Leaving an amount out may be plain language; another one is another trial.
    """
    label = page.labels(content)
    for row in in_order(page.criteria):
        if row.source != CriterionSource.EDITORS or not row.registry_text:
            continue
        if ours := not_stated(row.text_en, row.registry_text):
            yield _finding(row.key, ours, row.registry_text, label(f"criteria.{row.key}.text"))


@lru_cache(maxsize=4096)
def not_stated(english: str, registry_text: str) -> tuple[str, ...]:
    """The amounts of an English text, as written, that the registry's wording does not state."""
    known = amounts_of(registry_text, ENGLISH)
    said = (amount for amount in amounts_of(english, ENGLISH) if not amount.soft)
    return tuple(amount.written for amount in said if not any(_says(amount, other) for other in known))


def _says(one: Amount, other: Amount) -> bool:
    if one.number != other.number or not comparators.agree(one.comparator, other.comparator):
        return False
    return isinstance(one.number, str) or units.agree(one.unit, other.unit, number=one.number)


def _finding(key: str, ours: tuple[str, ...], registry_text: str, called_so: str) -> Finding:
    said = "; ".join(ours)
    return Finding(
        check="registry-amount",
        weight=Weight.BLOCKING,
        overridable=True,
        field="criteria",
        place=f"{key}.text",
        language=ENGLISH,
        expected=registry_text,
        found=said,
        message=_("%(field)s: we say “%(amounts)s”, the registry’s wording does not: “%(registry)s”")
        % {"field": called_so, "amounts": said, "registry": registry_text},
    )
