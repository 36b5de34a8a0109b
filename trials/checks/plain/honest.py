"""Does a text promise what nobody knows, or claim what no source says?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from editorial.findings import Finding
from trials.checks.plain.claims import claims_in
from trials.checks.plain.hints import Call, hints_of, our_pairs
from trials.checks.plain.promises import promises_in, stress_on_free
from trials.content import TrialContent

CLAIMING = ("potential_benefit", "similar_studies")


def promising(content: TrialContent, name: Call) -> Iterator[Finding]:
    """No text says safely, ideal, promising, opportunity, 有望, 机会难得 of what is still being tested."""
    sentence = _(
        "“%(field)s” promises more than is known: %(found)s. Say what the study looks at, "
        "and what is not known yet."
    )
    return hints_of("promising", content, our_pairs(content), look=promises_in, sentence=sentence, name=name)


def free_of_charge(content: TrialContent, name: Call) -> Iterator[Finding]:
    """That something costs nothing is said once, under costs, and is no reason to take part."""
    sentence = _(
        "“%(field)s” stresses what is free: %(found)s. Say under “costs and payments” what is "
        "paid for and what is not."
    )
    pairs = (pair for pair in our_pairs(content) if pair.place != "costs")
    return hints_of("stress-on-free", content, pairs, look=stress_on_free, sentence=sentence, name=name)


def claims_without_source(content: TrialContent, name: Call) -> Iterator[Finding]:
    """Where a benefit or other studies' results are told, the page names a source."""
    sentence = _(
        "“%(field)s” says how well something worked (%(found)s), but the page names no source. "
        "Add one under “Sources”."
    )
    claiming = [] if content.sources else [pair for pair in our_pairs(content) if pair.place in CLAIMING]
    return hints_of("claim-without-source", content, claiming, look=claims_in, sentence=sentence, name=name)
