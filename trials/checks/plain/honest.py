"""Does a text promise what nobody knows, or claim what no source says?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from editorial.findings import Finding
from trials.checks.plain.claims import claims_in
from trials.checks.plain.hints import Call, found_in, hint, only, our_pairs, quoted
from trials.checks.plain.promises import promises_in, stress_on_free
from trials.content import TrialContent

CLAIMING = ("potential_benefit", "similar_studies")


def promising(content: TrialContent, name: Call) -> Iterator[Finding]:
    """No text says safely, ideal, promising, opportunity, 有望, 机会难得 of what is still being tested."""
    for pair in our_pairs(content):
        if found := found_in(content, pair, promises_in):
            words = quoted(found)
            sentence = _(
                "“%(field)s” promises more than is known: %(found)s. Say what the study looks at, "
                "and what is not known yet."
            )
            told = sentence % {"field": name(pair.place), "found": words}
            yield hint("promising", pair.place, told, language=only(found), found=words)


def free_of_charge(content: TrialContent, name: Call) -> Iterator[Finding]:
    """That something costs nothing is said once, under costs, and is no reason to take part."""
    for pair in our_pairs(content):
        found = found_in(content, pair, stress_on_free) if pair.place != "costs" else {}
        if found:
            words = quoted(found)
            sentence = _(
                "“%(field)s” stresses what is free: %(found)s. Say under “costs and payments” what is "
                "paid for and what is not."
            )
            told = sentence % {"field": name(pair.place), "found": words}
            yield hint("stress-on-free", pair.place, told, language=only(found), found=words)


def claims_without_source(content: TrialContent, name: Call) -> Iterator[Finding]:
    """Where a benefit or other studies' results are told, the page names a source."""
    if content.sources:
        return
    for pair in our_pairs(content):
        found = found_in(content, pair, claims_in) if pair.place in CLAIMING else {}
        if found:
            words = quoted(found)
            sentence = _(
                "“%(field)s” says how well something worked (%(found)s), but the page names no source. "
                "Add one under “Sources”."
            )
            told = sentence % {"field": name(pair.place), "found": words}
            yield hint("claim-without-source", pair.place, told, language=only(found), found=words)
