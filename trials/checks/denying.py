"""The words that deny, in both languages, and those that look as if they did.

Each language is one expression: what does not deny comes first and swallows its words.
"""

import re

from editorial.content import CHINESE, ENGLISH

MAY_DENY = "perhaps"
Words = tuple[str, ...]
SAME = {"refractory": "难治"}
"""What one language may say with a “not” (did not respond) and the other without, in one spelling."""

_ENGLISH_NEVER = (
    r"not only|say no",
    r"no\. ?\d",
    r"(?:no|not|never|cannot)(?: be)? (?:more|less|fewer|greater|higher|lower) than",
    r"(?:no|not|never|cannot)(?: be)? (?:longer|shorter|older|younger|larger|smaller|later|earlier) than",
    r"none (?:more|less|greater|higher|lower|longer|shorter|older|younger|larger|smaller) than",
    r"(?:not|cannot|none) (?:exceed\w*|below|above|over|under)\b",
    r"no later than",
    r"non-?steroidal",
    r"without delay",
    # 性别不限 stands in many a Chinese criterion where English is silent.
    r"(?:regardless|irrespective) of (?:sex|gender)",
)
_ENGLISH_PERHAPS = (
    r"besides|in addition to",
    r"whether or not|or not",
    r"lack(?:s|ing)?(?: of)?",
    r"fail(?:s|ed|ure)? to",
    r"in(?:sufficient|adequate|complete)\w*",
    r"un(?:usual|likely|certain)\w*",
    r"nsclc|nhl|refractory",
    r"room air",
    r"refus\w+|declin\w+",
    r"nor",
    r"rather than|instead of",
    r"a?typical|asymptomatic",
    r"only if",
    r"otherwise",
)
_ENGLISH_ALWAYS = (
    r"not|cannot|no|none|nobody|nothing|never|neither|without|unless|prohibited|forbidden",
    r"(?:do|does|did|is|are|was|were|has|have|had|ca|could|should|would|wo|must)n['’]t",
    r"non-small[- ]cell(?: lung cancer)?(?: \(nsclc)?|non-hodgkin\S*(?: lymphoma)?(?: \(nhl)?",
    r"ambiguous|un(?:known|explained|clear)",
    r"except(?:ing|ion|ions)?|excluding|other than|apart from|with the exception of",
    r"inability|un\w*[ai]ble|irreversible|impossible|intolerable|inappropriate|ineligible|inoperable|incapable|intolerant",
    r"un(?:controlled|stable|treated|resolved|healed|resectable|suitable|willing|recovered|measurable|fit|safe|changed"
    r"|affected|vaccinated|protected|planned|related|confirmed|acceptable|necessary|available|responsive)",
    r"in(?:tolerance|curable)",
    r"non-?[a-z]{4,}",
    r"absence of|regardless of|irrespective of|free (?:of(?! charge)|from)",
    r"-free",
)
_CHINESE_NEVER = (
    r"不(?:能|应|得|可|要)?(?:低|少|小|短|高|大|多|长)于",
    r"不(?:能|应|得|可|要)?(?:超过|超出|晚于|早于)",
    r"(?:未|不)[满足到](?=\s?[0-9一二两三四五六七八九十半])",
    r"不良|不同(?!意)|不断|不仅|不但|不久|不齐|不全|不张|不孕|不育|不安|不锈|不时|不一(?!致)|不适(?![合宜用于])",
    r"有没有|是不是|能不能|会不会|要不要|可不可以|是否|与否|差不多",
    r"非(?:甾体|常|洲)",
    r"未来|未成年|未婚",
    r"性别不限|男女不限|不限性别|可以拒绝",
    r"无障碍|无菌|无力|无线|无创|无痛|无期",
    r"除(?:去|皱|颤|草)|[排切清去解免删消]除",
)
_CHINESE_PERHAPS = (
    r"不会(?:因此)?受(?:到)?(?:任何)?影响",
    r"不要着急|不着急|不明白",
    r"nsclc|nhl",
    r"除了[^，。；;]{1,30}?(?:以外|之外|外)",
    r"而不是|而非",
    r"不足|缺乏|不佳|无效",
    r"否则",
    r"拒绝",
    r"难治",
)
_CHINESE_ALWAYS = (
    r"非小细胞(?:肺癌)?(?:[（(]nsclc[）)])?|非霍奇金(?:淋巴瘤)?(?:[（(]nhl[）)])?",
    r"除非|除外",
    r"除[^，。；;排了]{1,40}?(?:以外|之外|外)",
    r"没有|不论|无论|不管|并非|并未|从未|尚未|无法|禁止|请勿|切勿",
    r"不|未|无|非|勿",
)


def _pattern(
    never: Words, perhaps: Words, always: Words, *, begins: str = "", ends: str = ""
) -> re.Pattern[str]:
    kinds = {"never": never, MAY_DENY: perhaps, "denies": always}
    said = "|".join(f"(?P<{kind}>{'|'.join(words)})" for kind, words in kinds.items())
    return re.compile(f"{begins}(?:{said}){ends}")


# Of text in small letters. The letters with which a word may begin are tested first, because that is cheap.
DENIALS = {
    ENGLISH: _pattern(
        _ENGLISH_NEVER, _ENGLISH_PERHAPS, _ENGLISH_ALWAYS, begins=r"\b(?=[-abcdefhilmnoprsuw])", ends=r"\b"
    ),
    CHINESE: _pattern(
        _CHINESE_NEVER,
        _CHINESE_PERHAPS,
        _CHINESE_ALWAYS,
        begins="(?=[不未无非除没勿并从尚禁请切有是能会要可与差男性排清去解免消删拒缺难否而nN系])",
    ),
}
