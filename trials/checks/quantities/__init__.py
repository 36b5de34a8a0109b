"""Do both languages state the same amounts: the same numbers, with the same comparators and units?

A text is read into amounts (`amounts`), the amounts of both languages are matched (`comparing`), and what
does not match is told to the editor (`stated`). Words, signs and units lie in tables, one module each.
"""

from trials.checks.quantities.stated import amounts_in_order, same_amounts

__all__ = ["amounts_in_order", "same_amounts"]
