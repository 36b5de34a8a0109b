"""For the office's screens: which language a text is in, and sentences set as their language sets them."""

import re
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from editorial.content import CHINESE

register = template.Library()
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
# Tags between a full-width mark and the space after it, or before it, do not part them.
AFTER_MARK = re.compile(r"([，。；：？！）、”])((?:</\w+>)*)\s+(?!\s*$)")
BEFORE_BRACKET = re.compile(r"\s+((?:<\w[^>]*>)*（)")


@register.filter
def tongue(text: Any) -> str:
    """The value of `lang` for a text nobody marked: Chinese if one character of it is."""
    return "zh-Hans" if HAN.search(str(text)) else "en"


@register.filter
def search_button(html: Any, word: str) -> str:
    """Wagtail's first screen with `word` on its search button, which is English in every language."""
    return mark_safe(str(html).replace('value="Search"', f'value="{escape(word)}"'))


@register.tag
def sentences(parser: Any, token: Any) -> "Sentences":
    """Sentences one after the other: in Chinese no space follows a full-width mark."""
    inner = parser.parse(("endsentences",))
    parser.delete_first_token()
    return Sentences(inner)


class Sentences(template.Node):
    def __init__(self, inner: template.NodeList) -> None:
        self.inner = inner

    def render(self, context: Any) -> str:
        html = self.inner.render(context).strip()
        if get_language() != CHINESE:
            return html
        # Already escaped: only spaces go.
        return mark_safe(BEFORE_BRACKET.sub(r"\1", AFTER_MARK.sub(r"\1\2", html)))
