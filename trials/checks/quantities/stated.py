"""The checks: what an editor is told where both languages do not state the same amounts."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from editorial.content import CHINESE, Pair
from editorial.findings import Finding, Weight
from trials.checks.completeness import ELSEWHERE
from trials.checks.naming import called, split
from trials.checks.quantities.amount import Amount
from trials.checks.quantities.comparing import Difference, differences
from trials.checks.quantities.order import in_another_order
from trials.content import TrialContent

# A hospital is “No. 1” in one language and 第一 in the other.
NAMES = (*ELSEWHERE, "sponsor", "collaborators", "conditions")


def same_amounts(content: TrialContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """Each text states the same numbers, comparators and units in both languages.

    A number written in another way (≥, "at least", 不低于; 1,000, 1千) is the same number.
    """
    for pair in compared(content):
        for difference in differences(pair.words):
            yield _finding(pair.place, difference, name(pair.place))


def amounts_in_order(content: TrialContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """The parts of a list, and the bounds in a sentence, state the amounts of their counterparts."""
    for pair in compared(content):
        if not differences(pair.words) and in_another_order(pair.words):
            field, within = split(pair.place)
            yield Finding(
                check="amount-order",
                weight=Weight.ADVISORY,
                field=field,
                place=within,
                language=CHINESE,
                message=_(
                    "%(field)s: the same amounts stand in another order in Chinese. "
                    "See whether each belongs to the right thing."
                )
                % {"field": name(pair.place)},
            )


def compared(content: TrialContent) -> Iterator[Pair]:
    """The pairs written in both languages, but names."""
    for pair in content.pairs():
        if pair.words.en and pair.words.zh_hans and split(pair.place)[0] not in NAMES:
            yield pair


def _finding(place: str, difference: Difference, called_so: str) -> Finding:
    field, within = split(place)
    english, chinese = _said(difference.english), _said(difference.chinese)
    return Finding(
        check=difference.check,
        weight=Weight.BLOCKING,
        overridable=True,
        field=field,
        place=within,
        language=CHINESE,
        expected=english,
        found=chinese,
        message=_sentence(english, chinese) % {"field": called_so, "english": english, "chinese": chinese},
    )


def _sentence(english: str, chinese: str) -> str:
    if not chinese:
        return _("%(field)s: the English says “%(english)s”, the Chinese does not.")
    if not english:
        return _("%(field)s: the Chinese says “%(chinese)s”, the English does not.")
    return _("%(field)s: the English says “%(english)s”, the Chinese says “%(chinese)s”.")


def _said(amounts: tuple[Amount, ...]) -> str:
    return "; ".join(amount.written for amount in amounts)
