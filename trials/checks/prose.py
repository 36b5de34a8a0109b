"""Checks of home and information pages: a heading and a text, in each published language."""

from django.utils.translation import gettext as _

from editorial.content import CHINESE, ENGLISH
from editorial.findings import Finding, Weight
from editorial.prose import ProseContent

NEEDED = {"title": Weight.BLOCKING, "body": Weight.BLOCKING, "description": Weight.ADVISORY}


def run(content: ProseContent) -> list[Finding]:
    """A finding per text that is missing, the blocking ones first."""
    return [
        Finding(
            check="required-text", weight=weight, field=name, language=lang, message=_sentence(name, lang)
        )
        for name, weight in NEEDED.items()
        for lang in content.languages
        if not getattr(content, name).in_language(lang)
    ]


def _sentence(name: str, lang: str) -> str:
    field = {
        "title": _("heading"),
        "body": _("text"),
        "description": _("description for search engines"),
    }[name]
    missing = {
        ENGLISH: _("“%(field)s” has no English text."),
        CHINESE: _("“%(field)s” has no Chinese text."),
    }
    return missing[lang] % {"field": field}
