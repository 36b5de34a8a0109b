"""Words of links and pictures that say nothing by themselves. Plain data and functions on text."""

import re

from editorial.content import CHINESE, ENGLISH

VAGUE = {
    ENGLISH: frozenset(
        {
            "click here",
            "click",
            "here",
            "this link",
            "this page",
            "link",
            "more",
            "read more",
            "learn more",
            "see more",
            "more information",
            "details",
            "website",
            "source",
            "url",
            "go",
        }
    ),
    CHINESE: frozenset(
        {
            "点击这里",
            "点击此处",
            "点此",
            "点这里",
            "点击",
            "这里",
            "此处",
            "链接",
            "此链接",
            "更多",
            "查看更多",
            "了解更多",
            "阅读更多",
            "更多信息",
            "详情",
            "查看详情",
            "点击查看",
            "网站",
            "网址",
            "来源",
        }
    ),
}
"""Whole texts of a link, in small letters, that do not say where it leads (WCAG 2.4.4, 2.4.9)."""
_POINTING = {
    ENGLISH: re.compile(r"\b(?:click|press|tap) (?:here|on this|this link|the link)\b", re.IGNORECASE),
    CHINESE: re.compile(r"(?:请)?(?:点击|点|戳|按)(?:这里|此处|这个链接|此链接|下方链接|下面的链接)|点此"),
}
_FILE = re.compile(
    r"\S+\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?|heic|pdf)|(?:IMG|DSC|DCIM|image|screenshot)[-_ ]?\d+",
    re.I,
)
_EDGES = ' \t\n→»>›…。.：:！!（）()[]【】“”"'


def is_vague_link(words: str, lang: str) -> bool:
    """Whether the words of a link tell nothing to who hears them alone."""
    return words.strip(_EDGES).casefold() in VAGUE[lang]


def pointing_words(text: str, lang: str) -> list[str]:
    """Where a text sends its reader to a link by pointing: click here, 点击这里."""
    return list(dict.fromkeys(found.group() for found in _POINTING[lang].finditer(text)))


def is_file_name(alternative: str) -> bool:
    """Whether the text alternative of a picture is the name of a file."""
    return bool(_FILE.fullmatch(alternative.strip()))
