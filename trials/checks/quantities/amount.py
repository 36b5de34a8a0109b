"""What is read of a text: a number with the comparator and the unit that belong to it."""

from decimal import Decimal
from typing import NamedTuple

from trials.checks.quantities.comparators import Comparator


class Amount(NamedTuple):
    """A number of a text with what belongs to it; `written` is the passage as it stands there."""

    number: Decimal | str
    """A code, date or telephone number is a string."""
    comparator: Comparator
    unit: str
    start: int
    end: int
    written: str = ""
    soft: bool = False
    """Written as a word and apt to vanish in translation: "a", "one", "both", 一."""
    lent: bool = False
    """The unit stands at a neighbour: the 6 of "6 to 24 months"."""
    shared: Comparator = Comparator.NONE
    """Said of a neighbour and maybe meant of this one: the 450 of "above 470 in women or 450 in men"."""
