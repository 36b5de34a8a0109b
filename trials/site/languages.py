"""The two languages of the site: their HTML codes, their own names, and which one a browser asks for."""

from typing import Self

from django.utils.translation.trans_real import parse_accept_lang_header

from editorial.content import CHINESE, ENGLISH

HTML_LANG = {ENGLISH: "en", CHINESE: "zh-Hans"}
OWN_NAMES = {ENGLISH: "English", CHINESE: "中文"}


class PageLanguage(str):
    """The code of a page's language, with the names that stay foreign on that page, whatever their shape."""

    names: tuple[str, ...]

    def __new__(cls, code: str, names: tuple[str, ...] = ()) -> Self:
        language = super().__new__(cls, code)
        language.names = names
        return language


def names_of(lang: str) -> tuple[str, ...]:
    """The names that stay foreign on the page whose language this is; none for a bare code."""
    return lang.names if isinstance(lang, PageLanguage) else ()


def other_than(lang: str) -> str:
    return CHINESE if lang == ENGLISH else ENGLISH


def asked_for(accept_language: str) -> str:
    """The language of an Accept-Language header: every zh-* is Simplified Chinese, English if in doubt."""
    for code, weight in parse_accept_lang_header(accept_language.lower()):
        primary = code.partition("-")[0]
        if weight > 0 and primary in ("zh", "en"):
            return CHINESE if primary == "zh" else ENGLISH
    return ENGLISH


def address(lang: str, path: str) -> str:
    """The address of a signed path in one language, from the root of the host."""
    return f"/{lang}/{path}"
