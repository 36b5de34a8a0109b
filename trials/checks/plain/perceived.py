"""Does a text reach who listens, and who sees no colours?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from editorial.findings import Finding
from trials.checks.plain.colours import colour_references
from trials.checks.plain.hints import Call, found_in, hint, only, our_pairs, quoted
from trials.checks.plain.links import is_vague_link, pointing_words
from trials.checks.plain.signs import lost_signs
from trials.content import TrialContent


def unheard_signs(content: TrialContent, name: Call) -> Iterator[Finding]:
    """No comparator and no exponent is lost to a listener, nor in typing: ×10⁹ never as ×109."""
    for pair in content.pairs():
        if found := found_in(content, pair, lost_signs):
            words = quoted(found)
            sentence = _(
                "“%(field)s”: a reader or listener loses a sign in %(found)s. Write a power as 10^9 or 10⁹, "
                "and a comparison as ≥, ≤, > or <."
            )
            told = sentence % {"field": name(pair.place), "found": words}
            yield hint("unheard-sign", pair.place, told, language=only(found), found=words)


def colours(content: TrialContent, name: Call) -> Iterator[Finding]:
    """Nothing is named by its colour alone."""
    for pair in our_pairs(content):
        if found := found_in(content, pair, colour_references):
            words = quoted(found)
            sentence = _(
                "“%(field)s” names something by its colour: %(found)s. Say it so that who sees no colours "
                "can find it too."
            )
            told = sentence % {"field": name(pair.place), "found": words}
            yield hint("colour-only", pair.place, told, language=only(found), found=words)


def pointing(content: TrialContent, name: Call) -> Iterator[Finding]:
    """The title of a source, which is a link, says where it leads; no text says click here."""
    titles = [pair for pair in content.pairs() if pair.place.startswith("sources.")]
    for pair in [*our_pairs(content), *titles]:
        look = _vague_title if pair in titles else pointing_words
        if found := found_in(content, pair, look):
            words = quoted(found)
            sentence = _("“%(field)s” points without saying where to: %(found)s. Name what is found there.")
            told = sentence % {"field": name(pair.place), "found": words}
            yield hint("vague-link", pair.place, told, language=only(found), found=words)


def _vague_title(words: str, lang: str) -> list[str]:
    return [words] if is_vague_link(words, lang) else []
