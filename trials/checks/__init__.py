"""What is wrong with a trial's content, before somebody signs it.

A check is a pure function from TrialContent to findings; to add one, write its module and name it in CHECKS.
One that calls texts by name in its sentences takes `name` too, and is named in NAMING.
"""

from collections.abc import Callable, Iterator

from editorial.findings import Finding
from trials.checks import characters, completeness, contacts, places, structure
from trials.checks.naming import called
from trials.content import TrialContent

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
    structure.same_structure,
)
NAMING = frozenset(
    {
        completeness.both_languages,
        completeness.has_criteria,
        characters.hidden_characters,
        contacts.known_sites,
        contacts.telephones,
        structure.same_structure,
    }
)


def run(content: TrialContent, *, name: Callable[[str], str] = called) -> list[Finding]:
    """Every finding of every check, the blocking ones first, else in the order of CHECKS.

    `name` says what the place of a text is called in the sentences.
    """
    findings = [finding for check in CHECKS for finding in _found(check, content, name)]
    return sorted(findings, key=lambda finding: not finding.blocks)


def _found(check: Check, content: TrialContent, name: Callable[[str], str]) -> Iterator[Finding]:
    return check(content, name=name) if check in NAMING else check(content)
