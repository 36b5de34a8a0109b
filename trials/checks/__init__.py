"""What is wrong with a trial's content, before somebody signs it.

A check is a pure function from TrialContent to findings; to add one, write its module and name it in CHECKS.
One that calls texts by name in its sentences takes `name` too, and is named in NAMING; one that looks words
up takes `glossary`, and is named in KNOWING.
"""

from collections.abc import Callable, Iterator

from editorial.findings import Finding
from trials.checks import (
    characters,
    completeness,
    contacts,
    foreign,
    negation,
    places,
    plain,
    provenance,
    quantities,
    structure,
    terms,
    turning,
)
from trials.checks.harm import most_harmful_first
from trials.checks.naming import called
from trials.content import TrialContent
from trials.glossary.terms import NOTHING, Glossary

Check = Callable[..., Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    completeness.required_texts,
    completeness.both_languages,
    completeness.benefit_has_harms,
    completeness.has_criteria,
    completeness.has_disclaimer,
    characters.hidden_characters,
    places.chinese_names,
    contacts.known_sites,
    contacts.telephones,
    quantities.same_amounts,
    quantities.amounts_in_order,
    negation.same_negations,
    turning.before_or_after,
    structure.same_structure,
    structure.as_many_sentences,
    provenance.official_without_address,
    provenance.made_by_a_machine,
    terms.approved_terms,
    terms.to_confirm,
    foreign.language_of_parts,
    plain.plain_language,
)
NAMING = frozenset(
    {
        completeness.both_languages,
        completeness.has_criteria,
        characters.hidden_characters,
        contacts.known_sites,
        contacts.telephones,
        quantities.same_amounts,
        quantities.amounts_in_order,
        negation.same_negations,
        turning.before_or_after,
        structure.same_structure,
        structure.as_many_sentences,
        provenance.official_without_address,
        provenance.made_by_a_machine,
        terms.approved_terms,
        foreign.language_of_parts,
        plain.plain_language,
    }
)
KNOWING = frozenset({terms.approved_terms, terms.to_confirm, foreign.language_of_parts})


def run(
    content: TrialContent, *, name: Callable[[str], str] = called, glossary: Glossary = NOTHING
) -> list[Finding]:
    """Every finding of every check, the blocking and most harmful ones first, else in the order of CHECKS.

    `name` says what the place of a text is called in the sentences.
    """
    findings = [finding for check in CHECKS for finding in _found(check, content, name, glossary)]
    return most_harmful_first(findings)


def _found(
    check: Check, content: TrialContent, name: Callable[[str], str], glossary: Glossary
) -> Iterator[Finding]:
    naming = {"name": name} if check in NAMING else {}
    knowing = {"glossary": glossary} if check in KNOWING else {}
    return check(content, **naming, **knowing)
