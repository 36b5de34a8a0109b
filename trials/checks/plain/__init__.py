"""Is the page honest and plain? Hints only, the most harmful first, five at most: more are not read.

Harm, from great to small: a listener misses a sign; words promise; a claim has no source; a reference
needs eyes for colours; a link points nowhere; the text is hard to read.
"""

from collections.abc import Iterator
from itertools import chain, islice

from editorial.findings import Finding
from trials.checks.naming import called
from trials.checks.plain.hints import Call, Hint
from trials.checks.plain.honest import claims_without_source, free_of_charge, promising
from trials.checks.plain.perceived import colours, pointing, unheard_signs
from trials.checks.plain.readable import abbreviations, grade, long_chinese, long_english, mean_of_chinese
from trials.content import TrialContent

MOST_SHOWN = 5
ORDER: tuple[Hint, ...] = (
    unheard_signs,
    promising,
    free_of_charge,
    claims_without_source,
    colours,
    pointing,
    grade,
    mean_of_chinese,
    long_english,
    long_chinese,
    abbreviations,
)


def plain_language(content: TrialContent, *, name: Call = called) -> Iterator[Finding]:
    """The first five hints in the order of harm, within one kind in the order of the page."""
    return islice(chain.from_iterable(hint(content, name) for hint in ORDER), MOST_SHOWN)
