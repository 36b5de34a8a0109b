"""In which order findings are told: what could hurt a reader before what is merely unfinished."""

from collections.abc import Iterable

from editorial.findings import Finding

MOST_HARMFUL = (
    "number",
    "comparator",
    "unit",
    "registry-amount",
    "registry-wording",
    "stale",
    "term-forbidden",
    "untranslated",
    "hidden-character",
    "negation",
    "before-after",
)
"""Checks whose findings come first, in this order; the others follow as they were found."""


def most_harmful_first(findings: Iterable[Finding]) -> list[Finding]:
    """What blocks before what does not, and in both the wrong number before the missing word."""
    return sorted(findings, key=lambda finding: (not finding.blocks, _rank(finding.check)))


def _rank(check: str) -> int:
    return MOST_HARMFUL.index(check) if check in MOST_HARMFUL else len(MOST_HARMFUL)
