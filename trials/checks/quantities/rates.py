"""How often, where it is no plain number: "every other day", 隔日, BID, Q3W."""

import re
from decimal import Decimal

_SPANS = {"h": "hour", "d": "day", "w": "week", "m": "month"}
_ENDS = {"day": "day", "month": "month", "日": "day", "天": "day", "月": "month"}
_TIMES = {"b": Decimal(2), "t": Decimal(3), "q": Decimal(4)}
ABBREVIATED = (
    r"(?P<latin>(?i:[btq]id|[btq]\.i\.d)\b\.?)|"
    r"(?P<every>[Qq](?P<times>\d{1,2})\s?(?P<span>[hdwmHDWM])(?![A-Za-z0-9]))"
)
ENGLISH = r"(?P<other>(?i:every other (?:day|week|month)|bi-?weekly|fortnightly|every fortnight)\b)"
CHINESE = r"(?P<other>(?<!间)隔[日天周月](?!期))"


def latin(written: str) -> Decimal:
    """How often a day: "BID" is twice."""
    return _TIMES[written[0].lower()]


def every(match: re.Match[str]) -> tuple[Decimal, str]:
    """ "Q3W" is 3 weeks."""
    return Decimal(match["times"]), _SPANS[match["span"].lower()]


def other(written: str) -> tuple[Decimal, str]:
    """ "every other day" and 隔日 are 2 days."""
    return Decimal(2), next((span for end, span in _ENDS.items() if written.lower().endswith(end)), "week")
