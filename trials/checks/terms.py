"""Does the Chinese say the terms of the glossary in their approved words? Are those explained confirmed?"""

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from editorial.content import CHINESE, ENGLISH, Words
from editorial.findings import Finding, Weight
from trials.checks.naming import called, split
from trials.content import TrialContent
from trials.glossary.terms import NOTHING, Glossary, Term, forbidden_in

NOT_OURS = ("sites", "sponsor", "collaborators", "disclaimer", "explanations", "sources")
"""Names and words that stand in the vocabulary and not on the page."""
NAMED = 5
"""Words to be confirmed that a sentence names; a page can explain dozens."""


def approved_terms(
    content: TrialContent, *, name: Callable[[str], str] = called, glossary: Glossary = NOTHING
) -> Iterator[Finding]:
    """A text whose English says a term says it in Chinese too, and in no wording that is forbidden.

    Official Chinese is not ours to word.
    """
    official = {f"criteria.{row.key}.text" for row in content.criteria if row.source == "official"}
    for pair in content.pairs():
        if split(pair.place)[0] not in NOT_OURS and pair.place not in official and pair.words.zh_hans:
            yield from _of_text(pair.place, pair.words, name, glossary)


def to_confirm(content: TrialContent, *, glossary: Glossary = NOTHING) -> Iterator[Finding]:
    """One finding for all explanations that nobody has confirmed yet."""
    unconfirmed = {term.key for term in glossary.terms if term.to_confirm}
    open_words = [word.term for word in content.explanations if word.key in unconfirmed]
    if not open_words:
        return
    shown = _listed(
        word.in_language(CHINESE if get_language() == CHINESE else ENGLISH) for word in open_words[:NAMED]
    )
    message = ngettext(
        "%(number)d word explained here is still to be confirmed: %(terms)s",
        "%(number)d words explained here are still to be confirmed: %(terms)s",
        len(open_words),
    )
    more = pgettext("more than are named", "%(terms)s …") % {"terms": shown}
    told = {"number": len(open_words), "terms": more if len(open_words) > NAMED else shown}
    yield Finding(
        check="term-to-confirm",
        weight=Weight.ADVISORY,
        field="explanations",
        message=message % told,
    )


def _of_text(place: str, words: Words, name: Callable[[str], str], glossary: Glossary) -> Iterator[Finding]:
    chinese = words.in_language(CHINESE)
    terms = [term for term in glossary.in_english(words.en) if term.zh]
    forbidden = forbidden_in(chinese, terms)
    if forbidden:
        yield _forbidden(place, name(place), forbidden)
    missing = [term for term in terms if term not in forbidden and not term.stands_in_chinese(chinese)]
    if missing:
        yield _missing(place, name(place), missing)


def _forbidden(place: str, title: str, forbidden: dict[Term, list[str]]) -> Finding:
    field, within = split(place)
    expected = _listed(term.zh for term in forbidden)
    found = _listed(form for forms in forbidden.values() for form in forms)
    message = _(
        "The Chinese of “%(field)s” says %(found)s, which the glossary forbids; approved is %(expected)s."
    )
    return Finding(
        check="term-forbidden",
        weight=Weight.BLOCKING,
        field=field,
        place=within,
        language=CHINESE,
        expected=expected,
        found=found,
        overridable=True,
        message=message % {"field": title, "found": found, "expected": expected},
    )


def _missing(place: str, title: str, missing: list[Term]) -> Finding:
    field, within = split(place)
    said = _listed(f"{term.en} = {term.zh}" for term in missing)
    message = _("The Chinese of “%(field)s” does not use approved words of the glossary: %(terms)s.")
    return Finding(
        check="term-missing",
        weight=Weight.ADVISORY,
        field=field,
        place=within,
        language=CHINESE,
        expected=_listed(term.zh for term in missing),
        message=message % {"field": title, "terms": said},
    )


def _listed(words: Iterable[str]) -> str:
    return pgettext("between terms", ", ").join(words)
