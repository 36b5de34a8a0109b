"""Checks of home and information pages: a heading and a text, in each published language, all of it seen."""

from django.utils.translation import gettext as _

from editorial.content import CHINESE, ENGLISH
from editorial.findings import Finding, Weight
from editorial.prose import ProseContent
from trials.checks.characters import hidden_characters

NEEDED = {"title": Weight.BLOCKING, "body": Weight.BLOCKING, "description": Weight.ADVISORY}


def run(content: ProseContent) -> list[Finding]:
    """Every finding, the blocking ones first."""
    findings = [*_missing(content), *hidden_characters(content, name=_called)]
    return sorted(findings, key=lambda finding: not finding.blocks)


def _missing(content: ProseContent) -> list[Finding]:
    return [
        Finding(
            check="required-text", weight=weight, field=name, language=lang, message=_sentence(name, lang)
        )
        for name, weight in NEEDED.items()
        for lang in content.languages
        if not getattr(content, name).in_language(lang)
    ]


def _sentence(name: str, lang: str) -> str:
    missing = {
        ENGLISH: _("“%(field)s” has no English text."),
        CHINESE: _("“%(field)s” has no Chinese text."),
    }
    return missing[lang] % {"field": _called(name)}


def _called(name: str) -> str:
    return {
        "title": _("heading"),
        "body": _("text"),
        "description": _("description for search engines"),
    }[name]
