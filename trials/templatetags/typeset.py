"""Filters that put signed text on a page."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from trials.site import typeset as setting
from trials.site.languages import names_of

register = template.Library()


LANGS: dict[str, setting.Lang] = {"en": "en", "zh-hans": "zh-hans"}


@register.filter
def typeset(text: str | setting.Linked | None, lang: str) -> SafeString:
    """One line of signed text; `lang` is "en" or "zh-hans", in either case. KeyError for any other."""
    # Escaped piece by piece there.
    return mark_safe(setting.typeset(_with_links(text), LANGS[lang.lower()], names_of(lang)))


@register.filter
def prose(text: str | setting.Linked | None, lang: str) -> SafeString:
    """Paragraphs and lists of signed text; the template gives no <p> of its own."""
    return mark_safe(setting.prose(_with_links(text), LANGS[lang.lower()], names_of(lang)))  # escaped there


@register.filter
def heard(text: str | None, lang: str) -> str:
    """Signed text in words, for aria-label; Django escapes it like any other string."""
    return setting.heard(str(text or ""), LANGS[lang.lower()])


@register.filter
def plain(text: str | None) -> str:
    """Signed text on one line, without list marks, for descriptions; Django escapes it."""
    return setting.one_line(str(text or ""))


def _with_links(text: str | setting.Linked | None) -> str | setting.Linked:
    return text if isinstance(text, setting.Linked) else str(text or "")
