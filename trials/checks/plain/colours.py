"""References that only who sees colours can follow. Plain data and functions on text."""

import re

from editorial.content import CHINESE, ENGLISH

_COLOUR = "red|green|blue|yellow|orange|purple|pink|gr[ae]y|brown"
_THING = "box(?:es)?|buttons?|texts?|letters?|type|print|links?|arrows?|lines?|dots?"
_THING += "|areas?|sections?|parts?|icons?"
_HAN_COLOUR = "[红绿蓝黄橙紫粉灰]色?"
_HAN_THING = "部分|条目|文字|文本|字体|字|标记|标注|框|按钮|区域|内容|行|线|箭头|圆点|链接|栏|项目|项|图标"
COLOUR_ONLY = {
    ENGLISH: re.compile(
        rf"\b(?:(?:shown|marked|printed|written|highlighted|displayed|set|labell?ed) (?:in )?(?:{_COLOUR})\b"
        rf"|in (?:{_COLOUR})(?=[.,;:)!?]|$| (?:{_THING}))"
        rf"|(?:{_COLOUR}) (?:{_THING})\b)",
        re.IGNORECASE | re.MULTILINE,
    ),
    CHINESE: re.compile(
        rf"(?:标|显示|写|印)(?:为|成|作)?{_HAN_COLOUR}(?!细胞)|(?:用|以){_HAN_COLOUR}(?:标|显示|表示|字)|{_HAN_COLOUR}的?(?:{_HAN_THING})"
    ),
}
"""Red blood cells, yellow fever and a red rash are no such references (WCAG 1.4.1)."""


def colour_references(text: str, lang: str) -> list[str]:
    """Where a text names a thing by its colour, each wording once."""
    return list(dict.fromkeys(found.group() for found in COLOUR_ONLY[lang].finditer(text)))
