"""Where the numbers of a text stand, as digits, words, roman classes, codes or dates."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from editorial.content import CHINESE, ENGLISH
from trials.checks.quantities import names, numerals, rates, romans
from trials.checks.quantities.numerals import MANY
from trials.checks.quantities.signs import RAISED, lowered

_PLAIN = r"\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_POWER = (
    rf"(?<![\d.])(?:(?P<mantissa>{_PLAIN})\s*[×xX*·]\s*)?10"
    rf"(?:\s?[\^*]\s?(?P<caret>[-+]?\d{{1,3}})(?!\d)|(?P<raised>[⁻⁺]?[{RAISED}]{{1,3}})|"
    rf"的\s?(?P<said>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})\s?次方)"
)
_ENGLISH_WORDS = (
    r"(?=[OTFSENZBHotfsenzbh][nwhoielaNWHOIELA]|[Aa] )(?:(?P<half>(?i:\bhalf[- ](?:an? |of an? )?year\b))|"
    r"(?P<fraction>(?i:\b(?:(?:one|two|three)[- ](?:third|quarter|fourth|fifth)s?\b|"
    r"a (?:third|quarter|fourth|fifth)(?= of))))|"
    rf"(?P<english>(?i:{numerals.ENGLISH_WORD}))|(?P<ordinal>(?i:{numerals.ORDINAL_WORD})))"
)
_ENGLISH_MANY = r"(?i:\s(?P<many>hundred|thousand|million|billion)\b)?"
# After these a Chinese numeral counts something; elsewhere it is part of a word (二尖瓣, 十二指肠, 三叉神经).
_COUNTED = (
    r"\s?(?:个|种|项|名|例|位|人|次|线|周|天|日(?!咳)|岁|年|小时|分钟|秒|组|级|期|度|剂|滴|支|片|疗程|周期|类|代|阶段|部分|"
    r"家|所|条|份|倍|处|枚|只|型|星期|款|轮|月龄|公斤|千克|联|药|毫|克|升|厘米|米)"
)
# What English calls “both”, or does not count at all.
_PAIRED = (
    r"(?=\s?(?:种|组|者|侧|项|个(?!月|星期|小时|周期|疗程|半衰期)|名|位|家|类|次|款|部分|阶段|眼|肺|肾))"
)
_HAN = numerals.CHINESE
_CHINESE_WORDS = (
    rf"百分之(?P<percent>\d+(?:\.\d+)?|[{_HAN}]+)|(?P<fraction>[{_HAN}]+分之[{_HAN}]+)|(?P<half>半年)|"
    rf"(?P<ordinal>第[{_HAN}]+)|(?P<pair>[两双二]{_PAIRED})|"
    rf"(?P<chinese>(?<!任)(?<!任[意何])[{_HAN}]+(?={_COUNTED}|\s?[至到或-]\s?[{_HAN}]+{_COUNTED}))"
)
_CHINESE_MANY = r"(?:\s?(?P<many>百万|千万|百|千|万|亿)(?![克米卡帕焦瓦伏分]))?"


# Cheap to test, and false at most characters: the expression is tried at the few others only. What may begin
# an alternative stands before it for the same reason.
_MAY_BEGIN = rf"(?=[0-9+第半双隔{_HAN}Ⅰ-Ⅹ]|(?<![A-Za-z0-9])[A-Za-zα-ωΑ-Ω])"


class Core(NamedTuple):
    number: Decimal | str
    unit: str = ""
    soft: bool = False
    """Apt to vanish in translation: "one", "both", 一."""
    worded: bool = False


def _pattern(words: str, many: str, often: str) -> re.Pattern[str]:
    return re.compile(
        rf"{_MAY_BEGIN}(?:(?=[0-9JFMASONDjfmasond])(?P<date>{names.DATE})|(?=[0-9+])(?P<telephone>{names.TELEPHONE})|"
        rf"(?=[BTQEFbtqef隔])(?:{rates.ABBREVIATED}|{often})|"
        rf"(?=[0-9])(?P<power>{_POWER})|(?=[A-Za-zα-ωΑ-Ω]*-?[0-9])(?P<code>{names.CODE})|"
        rf"(?P<year>(?:19|20)\d\d)\s?年(?![内龄])|(?:{words}|(?P<plain>{_PLAIN})(?:(?:st|nd|rd|th)\b)?){many}|"
        rf"(?=[IVXⅠ-Ⅹ])(?P<roman>{romans.ROMAN}))"
    )


_PATTERNS = {
    ENGLISH: _pattern(_ENGLISH_WORDS, _ENGLISH_MANY, rates.ENGLISH),
    CHINESE: _pattern(_CHINESE_WORDS, _CHINESE_MANY, rates.CHINESE),
}


def next_core(text: str, here: int, lang: str) -> re.Match[str] | None:
    """The next number of a folded text from `here` on, or None."""
    while match := _PATTERNS[lang].search(text, here):
        if match.lastgroup != "roman" or romans.is_class(text, match):
            return match
        here = match.end()
    return None


def core_of(match: re.Match[str]) -> Core:
    """What a match of `next_core` says."""
    kind = str(match.lastgroup)
    many = match[kind] if kind == "many" else None
    if many:
        kind = next(kind for kind in _READ if kind in match.re.groupindex and match[kind])
    core = _READ[kind](match)
    if many and isinstance(core.number, Decimal):
        return Core(core.number * MANY[many.lower()], core.unit)
    return core


def _power(match: re.Match[str]) -> Core:
    said = match["said"]
    power = match["caret"] or lowered(match["raised"] or "") or said
    exponent = int(power) if power.lstrip("+-").isdecimal() else int(numerals.chinese(power))
    return Core(_plain(match["mantissa"] or "1").scaleb(exponent))


def _plain(written: str) -> Decimal:
    return Decimal(re.sub("[, ]", "", written))


def _english(match: re.Match[str]) -> Core:
    word = match["english"].lower()
    number, unit = numerals.english(word), "times" if word in numerals.TIMES else ""
    return Core(number, unit, soft=number == 1 or word == "both", worded=True)


def _ordinal(match: re.Match[str]) -> Core:
    word = match["ordinal"]
    number = numerals.chinese(word[1:]) if word[0] == "第" else numerals.ORDINALS[word.lower()]
    return Core(number, soft=True)


def _chinese(match: re.Match[str]) -> Core:
    number = numerals.chinese(match["chinese"])
    return Core(number, soft=number == 1)


def _pair(match: re.Match[str]) -> Core:
    # 两次 is how often; what else is counted may be “both” in English.
    return Core(Decimal(2), soft=not match.string.startswith("次", match.end()))


def _percent(match: re.Match[str]) -> Core:
    return Core(_number(match["percent"]), "%")


def _number(written: str) -> Decimal:
    return Decimal(written) if written[0].isdecimal() else numerals.chinese(written)


def _fraction(match: re.Match[str]) -> Core:
    return Core(numerals.fraction(match["fraction"]))


_READ: dict[str, Callable[[re.Match[str]], Core]] = {
    "date": lambda match: Core(names.date(match)),
    "telephone": lambda match: Core(names.telephone(match["telephone"])),
    "latin": lambda match: Core(rates.latin(match["latin"]), "times"),
    "every": lambda match: Core(*rates.every(match)),
    "other": lambda match: Core(*rates.other(match["other"])),
    "power": _power,
    "code": lambda match: Core(names.code(match["code"])),
    "year": lambda match: Core(Decimal(match["year"])),
    "half": lambda _match: Core(Decimal(6), "month"),
    "fraction": _fraction,
    "english": _english,
    "ordinal": _ordinal,
    "percent": _percent,
    "pair": _pair,
    "chinese": _chinese,
    "plain": lambda match: Core(_plain(match["plain"])),
    "roman": lambda match: Core(*romans.read(match["roman"])),
}
