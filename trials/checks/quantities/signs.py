"""One form for each sign that can be typed in several ways, character for character."""

# The comma of Chinese stays as it is: 1，000 is a list and 1,000 a thousand.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}
_SAME = {
    "\u00a0\u2007\u2009\u202f\u3000\n\t": " ",
    "‐‑‒–—―−－": "-",
    "∼〜～": "~",
    "≧⩾": "≥",
    "≦⩽": "≤",
    "✕⨯": "×",
    "μ": "µ",
    "“”": '"',
    "’": "'",
}
_TABLE = _FULL_WIDTH | {ord(sign): one for signs, one in _SAME.items() for sign in signs}
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(f"{RAISED}⁻⁺", "0123456789-+")


def fold(text: str) -> str:
    """The text with each sign in one form and of the same length; a raised digit stays raised."""
    return text.translate(_TABLE)


def lowered(power: str) -> str:
    """Raised digits as plain ones: "⁻⁹" is "-9"."""
    return power.translate(_LOWERED)
