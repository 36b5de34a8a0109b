"""What is wrong with a trial's content, before somebody signs it.

A check is a pure function from TrialContent to findings; to add one, write its module and name it in CHECKS.
"""

from collections.abc import Callable, Iterator

from editorial.findings import Finding
from trials.checks import characters, completeness, contacts, places, structure
from trials.content import TrialContent

Check = Callable[[TrialContent], Iterator[Finding]]

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


def run(content: TrialContent) -> list[Finding]:
    """Every finding of every check, the blocking ones first, else in the order of CHECKS."""
    findings = [finding for check in CHECKS for finding in check(content)]
    return sorted(findings, key=lambda finding: not finding.blocks)
