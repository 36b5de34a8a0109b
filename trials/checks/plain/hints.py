"""The texts written for patients, and a hint about one of them."""

from collections.abc import Callable, Iterable, Iterator

from editorial.content import LANGUAGES, Pair
from editorial.findings import Finding, Weight
from trials.checks.naming import split
from trials.content import TrialContent

Call = Callable[[str], str]
"""Says what the place of a text is called."""
Hint = Callable[[TrialContent, Call], Iterator[Finding]]

LAY = (
    "summary",
    "key_points",
    "what_it_studies",
    "good_fit",
    "not_a_fit",
    "taking_part",
    "potential_benefit",
    "possible_harms",
    "not_known",
    "similar_studies",
    "costs",
    "rights",
    "how_to_participate",
)
"""Fields whose texts are written for patients, in the order of the public page; criteria and official title
are the registry's."""
ALSO_OURS = frozenset({"headline", "seo_description"})


def lay_pairs(content: TrialContent) -> Iterator[Pair]:
    """The texts written for patients, in reading order."""
    pairs = (pair for pair in content.pairs() if split(pair.place)[0] in LAY)
    # When a step takes place is no sentence.
    return (pair for pair in pairs if not pair.place.endswith(".time"))


def our_pairs(content: TrialContent) -> Iterator[Pair]:
    """Every text the editors word themselves, in reading order; one that repeats another is left out."""
    met: set[tuple[str, str | None]] = set()
    for pair in content.pairs():
        field, within = split(pair.place)
        words = (pair.words.en, pair.words.zh_hans)
        if (field in LAY or field in ALSO_OURS or within.endswith(".note")) and words not in met:
            met.add(words)
            yield pair


def hints_of(
    check: str,
    content: TrialContent,
    pairs: Iterable[Pair],
    *,
    look: Callable[[str, str], list[str]],
    sentence: str,
    name: Call,
) -> Iterator[Finding]:
    """A hint for each pair in which `look` finds something; `sentence` names the field and what was found."""
    for pair in pairs:
        if found := found_in(content, pair, look):
            words = quoted(found)
            told = sentence % {"field": name(pair.place), "found": words}
            yield hint(check, pair.place, told, language=only(found), found=words)


def found_in(
    content: TrialContent, pair: Pair, look: Callable[[str, str], list[str]]
) -> dict[str, list[str]]:
    """What `look` finds in each language of a pair; languages without a find are left out."""
    found = {lang: look(pair.words.in_language(lang), lang) for lang in content.languages}
    return {lang: words for lang, words in found.items() if words}


def quoted(found: dict[str, list[str]]) -> str:
    """“safely” · “安全地”"""
    return " · ".join(f"“{word}”" for lang in LANGUAGES for word in found.get(lang, ()))


def hint(
    check: str, place: str, sentence: str, *, language: str = "", found: str = "", expected: str = ""
) -> Finding:
    """A finding that never blocks; `language` is empty where both languages say it."""
    field, within = split(place)
    return Finding(
        check=check,
        weight=Weight.ADVISORY,
        field=field,
        place=within,
        language=language,
        expected=expected,
        found=found,
        message=sentence,
    )


def only(found: dict[str, list[str]]) -> str:
    """The language of a find in one language alone, "" for both."""
    return next(iter(found)) if len(found) == 1 else ""
