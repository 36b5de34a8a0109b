"""How hard Chinese is to read: characters per sentence, learned words, abbreviations nobody explained."""

import re
from collections.abc import Iterable

GOOD_MEAN, LONGEST_SENTENCE = 25, 40
_HAN = "\u3400-\u9fff"
_END = re.compile("[。！？；\n]")
_LIST_MARK = re.compile(r"^- ", re.MULTILINE)
_READ_AS_ONE = re.compile(rf"[{_HAN}]|[A-Za-z0-9.%/⁰¹²³⁴⁵⁶⁷⁸⁹^-]+")
_CLAUSE = re.compile("[，、：；。！？（）\n]")
_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9-])(?=(?:[A-Za-z]*[A-Z]){2})[A-Za-z]{2,6}(?![A-Za-z0-9-])")
_ROMAN = re.compile("[IVX]+")
KNOWN_TO_ALL = frozenset({"DNA", "RNA", "CT", "MRI", "HIV", "ID", "APP", "SMS", "OK"})

# Words of records, files and contracts; what people say to one another is shorter or another word.
_LEARNED = re.compile(
    "受试者|入组|纳入|既往|末次|首次|予以|方可|均须|须|其他|及其|以及|并经|经由|根据|依据|判断|判定|评估|评价|测定|检测"
    "|存在|具有|满足|进行|发生|导致|接受过|尚未|若|且|之前|期间|所致|相关|包括但不限于|视为|定义|程序|法定|代理人|批准"
    "|适当|水平|阳性|阴性|指标|功能|性能|情况|状态|耐受|禁忌|合并|伴有|或伴|者"
)
_MEDICAL = re.compile(
    "[酶酐肽胺苷酸脂蛋髓瘤浆胞粒疫菌毒抗原体滴腺核症栓栅]|血清|血浆|单克隆|移植|凝血|肌酐|胆红素|转氨|射血|超声|流式|免疫"
    "|组织化学|输注|妊娠|惊厥|复发|难治|活化|进行性|系统|全身|代谢|分级|心绞痛|心肌|梗死|充血|心律|失常|泌尿|生殖|呼吸"
    "|神经|脑血管|恶性|原位|中性|淋巴|绝对计数|纤维|动力|心室|外周|病灶|可测量|免疫抑制|表达|预期|生存"
)
_SIGNS = re.compile(r"[≥≤<>×/%⁰¹²³⁴⁵⁶⁷⁸⁹（）]|[A-Za-z]{2,}")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a semicolon or line end parts them too, list marks are left out."""
    found = (sentence.strip() for sentence in _END.split(_LIST_MARK.sub("", text)))
    return [sentence for sentence in found if length(sentence)]


def length(text: str) -> int:
    """What is read one by one: each character, each number, each Latin word."""
    return len(_READ_AS_ONE.findall(text))


def mean_length(texts: Iterable[str]) -> float:
    """Characters per sentence, 0.0 without a sentence."""
    lengths = [length(sentence) for text in texts for sentence in sentences(text)]
    return sum(lengths) / len(lengths) if lengths else 0.0


def long_sentences(text: str) -> list[str]:
    return [sentence for sentence in sentences(text) if length(sentence) > LONGEST_SENTENCE]


def abbreviations(text: str) -> list[str]:
    """The abbreviations of a text that not everybody knows, each once."""
    found = dict.fromkeys(_ABBREVIATION.findall(text))
    return [each for each in found if each not in KNOWN_TO_ALL and not _ROMAN.fullmatch(each)]


def explains(text: str, abbreviation: str) -> bool:
    """Whether the text says what the abbreviation stands for: 多发性骨髓瘤（MM）, or MM（多发性骨髓瘤）."""
    short = re.escape(abbreviation)
    return bool(
        re.search(
            rf"[{_HAN}\w]（[^（）]*{short}[^（）]*）|{short}（[^（）]*[{_HAN}]|{short}(?:，?即|是指)", text
        )
    )


def chinese_hardness(text: str) -> float:
    """How hard a Chinese text is; 0 for none, about 20 for plain words, 50 and more for a criterion.

    The sum of characters per sentence, characters per clause, and of how many in a hundred belong to words
    of files, of medicine, and to signs and Latin. It ranks texts; the number itself means nothing.
    """
    characters = length(text)
    if not characters:
        return 0.0
    clauses = [clause for clause in _CLAUSE.split(text) if length(clause)]
    learned = sum(len(word) for word in _LEARNED.findall(text))
    medical = sum(len(word) for word in _MEDICAL.findall(text))
    signs = len(_SIGNS.findall(text))
    per_hundred = 100 * (learned + medical + 2 * signs) / characters
    return mean_length([text]) / 2 + characters / len(clauses) / 2 + per_hundred / 2
