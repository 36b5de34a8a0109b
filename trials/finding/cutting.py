"""How a query becomes terms: at spaces, where the script changes, and round every word that is known."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from trials.finding.grams import asked_grams
from trials.finding.normal import RUN, is_han, normalise

LONGEST_QUERY = 100
MOST_TERMS = 8
MOST_WORDINGS = 24
MOST_WITH_KINDS = 96
# Said beside what is looked for; every page here is about a trial.
NOISE = frozenset(
    {
        "临床试验",
        "临床研究",
        "试验",
        "临床",
        "研究",
        "项目",
        "治疗",
        "患者",
        "病人",
        "医院",
        "招募",
        "正在招募",
    }
    | {"招募中", "最新", "怎么", "怎么办", "哪里", "哪些", "trial", "trials", "clinical", "study", "studies"}
    | {"research", "patient", "patients", "treatment", "treatments", "therapy", "for", "of", "in", "on", "at"}
    | {"to", "the", "a", "an", "and", "or", "with", "near"}
)
# Particles left over beside known words.
PARTICLES_BEFORE, PARTICLES_AFTER = "的了和与及或在性", "的了吗呢"
LAST_OF_A_PLACE = re.compile("(?<=..)[市省]$")


@dataclass(frozen=True)
class Term:
    said: str
    """As the reader wrote it, as far as it can be told."""
    wordings: tuple[str, ...]
    """Normalised: any of them is what the reader looks for."""
    apart: frozenset[str] = frozenset()
    """Known words that are a wording with 非 before it, and mean something else."""

    @property
    def is_index_enough(self) -> bool:
        """Whether the index alone decides: one token is there or it is not, in whatever order."""
        return not self.apart and all(len(list(asked_grams(each))) == 1 for each in self.wordings)

    def never_inside(self, wording: str) -> list[str]:
        return [other for other in self.apart if other == f"非{wording}"]


@dataclass(frozen=True)
class Known:
    """Words that are not to be cut, and groups of those that mean the same; all normalised."""

    groups: tuple[tuple[str, ...], ...] = ()
    names: frozenset[str] = frozenset()
    kinds: tuple[tuple[str, ...], ...] = ()
    """For each group, in its order, what it finds and what does not find it: 白血病 for 血癌."""

    @cached_property
    def words(self) -> frozenset[str]:
        return self.names | NOISE | {word for group in (*self.groups, *self.kinds) for word in group}

    def wordings_of(self, piece: str) -> tuple[str, ...]:
        """The piece, what means the same, and what is a kind of it (NSCLC for 肺癌)."""
        same = [group for group in self.groups if piece in group]
        kinds = [group for group in self.groups if any(_is_kind_of(word, piece) for word in group)]
        narrower = self._narrower_than(piece)
        found = (word for group in ((piece,), *same, *narrower, *kinds) for word in group)
        return tuple(dict.fromkeys(found))[: MOST_WITH_KINDS if narrower else MOST_WORDINGS]

    def _narrower_than(self, piece: str) -> list[tuple[str, ...]]:
        """What editors call a kind of the piece, each with the words that mean the same."""
        paired = zip(self.groups, self.kinds, strict=False)
        said = [word for group, kinds in paired if piece in group for word in kinds]
        return [
            (word, *same)
            for word in said
            for same in ([group for group in self.groups if word in group] or [()])
        ]

    def apart_from(self, wordings: Iterable[str]) -> frozenset[str]:
        negated = {f"非{wording}" for wording in wordings}
        return (negated & self.words).difference(wordings)


def terms_of(query: str, known: Known) -> list[Term]:
    """The terms of a query, all of which a trial must have; none when it only says "clinical trials"."""
    query = query[:LONGEST_QUERY]
    as_typed = {normalise(typed): typed for typed in _typed(query)}
    words = known.words
    pieces = dict.fromkeys(_bare(piece, words) for piece in cut(normalise(query), words))
    found = []
    for piece in list(pieces)[:MOST_TERMS]:
        wordings = known.wordings_of(piece)
        said = as_typed.get(piece) or piece.replace(" ", "" if is_han(piece[-1]) else " ")
        found.append(Term(said, wordings, known.apart_from(wordings)))
    return found


def cut(normal: str, words: frozenset[str]) -> Iterator[str]:
    """The pieces of a normalised query, without noise: the longest known word wherever one begins."""
    longest = max(map(len, words), default=0)
    rest, at = "", 0
    while at < len(normal):
        if found := _known_at(normal, at, words, longest):
            yield from _rest(rest)
            yield from _piece(found)
            rest, at = "", at + len(found)
            continue
        run = RUN.match(normal, at)
        if run is None:
            # A number or a letter belongs to the characters after it: 2 型, B 细胞.
            if not _leads_on(rest, normal[at + 1 :]):
                yield from _rest(rest)
                rest = ""
            elif rest:
                rest += " "
            at += 1
        else:
            step = normal[at] if is_han(normal[at]) else run.group()
            rest, at = rest + step, at + len(step)
    yield from _rest(rest)


def _known_at(normal: str, at: int, words: frozenset[str], longest: int) -> str:
    if not is_han(normal[at]) and at and normal[at - 1] != " ":
        return ""
    for end in range(min(len(normal), at + longest), at, -1):
        whole = end == len(normal) or is_han(normal[end - 1]) or normal[end] == " "
        found = normal[at:end]
        # A single character is a word nowhere but alone: 癌 is none in 胆管癌.
        if whole and found in words and not (len(found) == 1 and is_han(found)):
            return found
    return ""


def _rest(piece: str) -> Iterator[str]:
    yield from _piece(piece.strip().lstrip(PARTICLES_BEFORE).rstrip(PARTICLES_AFTER))


def _piece(piece: str) -> Iterator[str]:
    if piece and piece not in NOISE:
        yield piece


def _leads_on(rest: str, after: str) -> bool:
    is_short = bool(re.fullmatch(r"\d+|[^\W\d]", rest)) and not is_han(rest[:1] or " ")
    return is_short and is_han(after[:1] or " ")


def _bare(piece: str, words: frozenset[str]) -> str:
    """苏州市 is 苏州; a plural is found by its singular, which begins it."""
    if piece in words:
        return piece
    if is_han(piece[-1]):
        return LAST_OF_A_PLACE.sub("", piece)
    is_plural = len(piece) > 4 and piece.endswith("s") and not piece.endswith(("ss", "is", "us"))
    return piece[:-1] if is_plural else piece


def _is_kind_of(word: str, piece: str) -> bool:
    if len(piece) < 2 or word == piece or not word.endswith(piece):
        return False
    before = word[: -len(piece)]
    return not before.endswith("非") if is_han(piece[0]) else before.endswith(" ")


def _typed(query: str) -> Iterator[str]:
    for part in query.split():
        yield part
        yield from re.findall(r"[^\W一-鿿]+(?:[-－‐–][^\W一-鿿]+)*|[一-鿿]+", part)
    yield query.strip()
