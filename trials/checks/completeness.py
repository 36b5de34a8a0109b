"""Is everything written that a reader needs, in each language that will be published?"""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from editorial.content import CHINESE, ENGLISH
from editorial.findings import Finding, Weight
from trials.checks.naming import called, split
from trials.content import TrialContent

REQUIRED = (
    "headline",
    "official_title",
    "summary",
    "what_it_studies",
    "good_fit",
    "not_a_fit",
    "potential_benefit",
    "possible_harms",
    "not_known",
    "costs",
    "rights",
    "how_to_participate",
    "conditions",
    "sponsor",
)
WELCOME = ("key_points", "taking_part", "seo_description")
# Proper names: an organisation may have no Chinese name, and its English one is then shown as English.
NAMES_MAY_STAY_ENGLISH = ("sponsor", "collaborators")
ADVISORY_PAIRS = (*NAMES_MAY_STAY_ENGLISH, "seo_description")
ELSEWHERE = ("sites", "disclaimer")


def required_texts(content: TrialContent) -> Iterator[Finding]:
    """Every section that a reader needs says something."""
    for name in (*REQUIRED, *WELCOME):
        if not getattr(content, name):
            weight = Weight.BLOCKING if name in REQUIRED else Weight.ADVISORY
            message = _("“%(field)s” is empty.") % {"field": called(name)}
            yield Finding(check="required-text", weight=weight, field=name, message=message)


def both_languages(content: TrialContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """A text in one language has its other, for each language that is published."""
    for pair in content.pairs():
        field, within = split(pair.place)
        if field in ELSEWHERE:
            continue
        for lang in content.languages:
            if not pair.words.in_language(lang):
                yield Finding(
                    check="both-languages",
                    weight=Weight.ADVISORY if field in ADVISORY_PAIRS else Weight.BLOCKING,
                    field=field,
                    place=within,
                    language=lang,
                    message=_missing(lang) % {"field": name(pair.place)},
                )


def benefit_has_harms(content: TrialContent) -> Iterator[Finding]:
    """Where a benefit is named, harms are, if only to say that the registry does not tell."""
    for lang in content.languages:
        if content.potential_benefit.in_language(lang) and not content.possible_harms.in_language(lang):
            yield Finding(
                check="benefit-without-harms",
                weight=Weight.BLOCKING,
                field="possible_harms",
                language=lang,
                message=_(
                    "A benefit is named but no harm. Where the registry says nothing of harms, write that "
                    "it does not say and that the study team can be asked."
                ),
            )


def has_criteria(content: TrialContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """There is at least one criterion, and none without words."""
    if not content.criteria:
        yield _blocking("no-criteria", _("There is no eligibility criterion."))
    for criterion in content.criteria:
        if not criterion.text:
            message = _("“%(field)s” is empty.") % {"field": name(f"criteria.{criterion.key}.text")}
            yield _blocking("no-criteria", message, place=f"{criterion.key}.text")


def has_disclaimer(content: TrialContent) -> Iterator[Finding]:
    """The disclaimer in use is written in each published language."""
    for lang in content.languages:
        if not content.disclaimer.text.in_language(lang):
            yield Finding(
                check="no-disclaimer",
                weight=Weight.BLOCKING,
                field="disclaimer",
                language=lang,
                message=_missing(lang) % {"field": called("disclaimer")},
            )


def _missing(lang: str) -> str:
    return {
        ENGLISH: _("“%(field)s” has no English text."),
        CHINESE: _("“%(field)s” has no Chinese text."),
    }[lang]


def _blocking(check: str, message: str, *, place: str = "") -> Finding:
    return Finding(check=check, weight=Weight.BLOCKING, field="criteria", place=place, message=message)
