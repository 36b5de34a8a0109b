"""Does a text reach who listens, and who sees no colours?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from editorial.findings import Finding
from trials.checks.plain.colours import colour_references
from trials.checks.plain.hints import Call, hints_of, our_pairs
from trials.checks.plain.links import is_vague_link, pointing_words
from trials.checks.plain.signs import lost_signs
from trials.content import TrialContent


def unheard_signs(content: TrialContent, name: Call) -> Iterator[Finding]:
    """No comparator and no exponent is lost to a listener, nor in typing: ×10⁹ never as ×109."""
    sentence = _(
        "“%(field)s”: a reader or listener loses a sign in %(found)s. Write a power as 10^9 or 10⁹, "
        "and a comparison as ≥, ≤, > or <."
    )
    return hints_of("unheard-sign", content, content.pairs(), look=lost_signs, sentence=sentence, name=name)


def colours(content: TrialContent, name: Call) -> Iterator[Finding]:
    """Nothing is named by its colour alone."""
    sentence = _(
        "“%(field)s” names something by its colour: %(found)s. Say it so that who sees no colours "
        "can find it too."
    )
    return hints_of(
        "colour-only", content, our_pairs(content), look=colour_references, sentence=sentence, name=name
    )


def pointing(content: TrialContent, name: Call) -> Iterator[Finding]:
    """The title of a source, which is a link, says where it leads; no text says click here."""
    sentence = _("“%(field)s” points without saying where to: %(found)s. Name what is found there.")
    titles = (pair for pair in content.pairs() if pair.place.startswith("sources."))
    for pairs, look in ((our_pairs(content), pointing_words), (titles, _vague_title)):
        yield from hints_of("vague-link", content, pairs, look=look, sentence=sentence, name=name)


def _vague_title(words: str, lang: str) -> list[str]:
    return [words] if is_vague_link(words, lang) else []
