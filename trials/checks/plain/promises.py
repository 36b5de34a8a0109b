"""Words that promise more than anybody can know of a treatment that is being tested."""

import re

from editorial.content import CHINESE, ENGLISH

PROMISES = {
    ENGLISH: (
        r"safely",
        r"(?:completely|perfectly|totally) safe|risk[- ]free|no side effects",
        r"ideal(?:ly)?(?! (?:body|weight))",
        r"(?<!not )(?<!cannot )(?:show[ns]? )?promis(?:ing|e)(?! (?:to|that|you)\b)",
        r"potential for success",
        r"(?:new|novel|better|more) (?:therapeutic|treatment) options?",
        r"opportunit(?:y|ies)(?! to (?:ask|talk|read|think|withdraw))",
        r"breakthroughs?(?! (?:pain|infections?|bleeding|seizures?|fever))",
        r"ground-?breaking|revolutionary|game[- ]chang(?:er|ing)|miracle|wonder (?:drug|cure)",
        r"cutting[- ]edge|state[- ]of[- ]the[- ]art|next[- ]generation (?:therapy|treatment|drug|medicine)s?",
        r"(?:new|real|fresh|great) hope|gives? hope|hope for (?:patients|people|families)|hopeful",
        r"(?<!no )(?<!not )(?<!cannot )guarante(?:e|es|ed|eing)|proven to (?:cure|work|help)|will cure",
        r"best (?:treatment|therapy|chance|option)|world[- ]class|unique chance|last chance",
        r"(?:limited|few) places|act now|don[’']t miss",
    ),
    CHINESE: (
        r"安全地",
        r"绝对安全|完全安全|毫无风险|零风险|没有(?:任何)?副作用|无任何副作用",
        r"理想的?(?:人选|对象|患者|候选人?|选择|疗法|药物)",
        r"有望|有前景|前景(?:广阔|良好|光明|看好)|大有希望|充满希望|带来(?:了)?(?:新的?)?希望|福音|曙光",
        r"成功的(?:可能|潜力|希望)|有潜力",
        r"(?:新的?|更多|更好的?)治疗选择",
        r"机会难得|难得的?机会|宝贵的?机会|千载难逢|机不可失|名额有限|先到先得|最后的?机会",
        r"突破(?!性?(?:疼痛|感染|出血|发热))性?|革命性|里程碑|划时代|颠覆性",
        r"最先进|尖端|(?:国际|世界|国内)领先|顶尖",
        r"奇迹|神药|(?<!没有)特效药|(?<!不能)(?<!无法)(?<!不)(?:保证|确保)(?:有效|治愈|疗效)",
        r"最佳(?:治疗|疗法|选择)",
    ),
}
FREE = {
    ENGLISH: (
        r"(?:is|are) (?:(?:completely|totally|entirely|absolutely) )?free and (?:never|not|no)\b[^.;]*",
        r"(?:completely|totally|entirely|absolutely|100 ?%) free",
        r"(?<!-)free (?:treatments?|drugs?|medicines?|medication|therapy|check-?ups?|(?:pre-?)?screening)",
        r"(?-i:FREE)",
    ),
    CHINESE: (
        r"(?:完全|全部|全程|一律|统统)(?:是)?免费",
        r"是免费的(?=，)[^。；]*",
        r"免费(?:的)?(?:治疗|用药|药物|检查|体检|筛查|预筛选)",
    ),
}
"""Stress on what costs nothing; under costs it may be said."""


def _any_of(words: dict[str, tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    return {
        ENGLISH: re.compile(rf"\b(?:{'|'.join(words[ENGLISH])})(?!\w)", re.IGNORECASE),
        CHINESE: re.compile("|".join(words[CHINESE])),
    }


_PROMISES, _FREE = _any_of(PROMISES), _any_of(FREE)


def promises_in(text: str, lang: str) -> list[str]:
    """The promotional words of a text, each once, in order."""
    return _each_once(_PROMISES[lang], text)


def stress_on_free(text: str, lang: str) -> list[str]:
    """Where a text makes much of what costs nothing."""
    return _each_once(_FREE[lang], text)


def _each_once(pattern: re.Pattern[str], text: str) -> list[str]:
    return list(dict.fromkeys(found.group() for found in pattern.finditer(text)))
