"""Signs that may go unheard, and what each says in both languages."""

from typing import Literal

Lang = Literal["en", "zh-hans"]

SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = str.maketrans("0123456789+-−", SUPERSCRIPT_DIGITS + "⁺⁻⁻")
LOWERED = str.maketrans(SUPERSCRIPT_DIGITS + "⁺⁻−", "0123456789+--")

# At its default level NVDA's Chinese table is silent on > < × ^ and reads ² ³ as notes 2 and 3; in neither
# language is a raised digit announced. The strictest of both tables holds for both languages.
SILENT = frozenset("><＞＜×^" + SUPERSCRIPT_DIGITS)

SAID: dict[Lang, dict[str, str]] = {
    "en": {
        "at_least": "at least",
        "at_most": "at most",
        "more": "more than",
        "less": "less than",
        "times": "times",
        "fold": "times",
        "plus_minus": "plus or minus",
        "range": "to",
        "about": "about",
        "substitution": "to",
        "arrow": "arrow",
        "caret": "caret",
        "plus": "plus",
        "minus": "minus",
    },
    "zh-hans": {
        "at_least": "大于等于",
        "at_most": "小于等于",
        "more": "大于",
        "less": "小于",
        "times": "乘以",
        "fold": "倍",
        "plus_minus": "正负",
        "range": "至",
        "about": "约",
        "substitution": "变为",
        "arrow": "箭头",
        "caret": "脱字符",
        "plus": "加",
        "minus": "减",
    },
}

HAN_LENGTHS = {
    "m": "米",
    "dm": "分米",
    "cm": "厘米",
    "mm": "毫米",
    "um": "微米",
    "µm": "微米",
    "μm": "微米",
    "nm": "纳米",
    "km": "千米",
}
