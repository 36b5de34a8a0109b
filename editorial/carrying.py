"""What a language review found right stays right, pair by pair, until one of its texts changes."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from wagtail.models import PageLogEntry

from editorial.canonical import canonical_text, digest_of
from editorial.content import CHINESE, Pair, SignedContent, Words
from editorial.kept import told
from editorial.models import SignOff
from editorial.seals import is_sealed

SHORT = 32
# Quotation marks, the last full stop, and a comma beside no word whose reach it decides: "No, treatment …" is
# the opposite of "No treatment …".
TURNS = "no|not|never|or|and|but|if|unless|only|except|without|who|whose|which|that|where|when|while|because"
QUOTES = re.compile(r"[\"“”]|(?<!\w)['‘’]|['‘’](?!\w)")
AFTER_TURN = re.compile(rf"\b({TURNS}),", re.IGNORECASE)
COMMA = re.compile(rf"(?<!\d),(?!\d)(?!\s+(?:{TURNS})\b)", re.IGNORECASE)


def covered_by(content: SignedContent) -> str:
    """What a review of all of `content` covers, as it is kept with the review: {place: pair's digest}."""
    return canonical_text({pair.place: _digest(pair) for pair in content.pairs()})


def newest_review(page_id: Any) -> SignOff | None:
    """The newest sealed language review of a page, whatever it covers."""
    reviews = SignOff.objects.filter(page_id=page_id, scope=SignOff.Scope.CHINESE).order_by(
        "-signed_at", "-pk"
    )
    newest = next((review for review in reviews if is_sealed(review)), None)
    return None if newest and was_retracted(newest, CHINESE) else newest


def was_retracted(review: SignOff, *languages: str) -> bool:
    """Whether who gave the review sent the page back later, over one of these languages."""
    back = PageLogEntry.objects.filter(
        page_id=review.page_id,
        action="editorial.changes",
        user_id=review.person_id,
        timestamp__gt=review.signed_at,
    )
    return any(set(languages) & set(told(entry, "languages") or languages) for entry in back)


def open_pairs(content: SignedContent, review: SignOff | None) -> Iterator[Pair]:
    """The pairs of `content` that `review` did not find right as they read now, in reading order."""
    covered = _covered(content, review)
    return (pair for pair in content.pairs() if covered.get(pair.place) != _digest(pair))


def reviewed_words(review: SignOff) -> dict[str, Words]:
    """The texts as `review` found them, by place; shared names changed since are left out."""
    kept = review.revision.as_object().build_content()
    covered = _covered(kept, review)
    return {pair.place: pair.words for pair in kept.pairs() if covered.get(pair.place) == _digest(pair)}


def changed_since(content: SignedContent, review: SignOff | None) -> str:
    """What became of texts all of which `review` still covers: "", "punctuation" or "removed"."""
    if review is None or not review.covers or review.digest == content.language_digest:
        return ""
    stands = {pair.place for pair in content.pairs()}
    return "punctuation" if stands == json.loads(review.covers).keys() else "removed"


def _covered(content: SignedContent, review: SignOff | None) -> Mapping[str, str]:
    if review is None:
        return {}
    if not review.covers:
        # A review of an earlier release says only that all pairs together were right.
        whole = review.digest == content.language_digest
        return {pair.place: _digest(pair) for pair in content.pairs()} if whole else {}
    return json.loads(review.covers)


def _digest(pair: Pair) -> str:
    english = AFTER_TURN.sub(lambda turn: f"{turn[1]}\0", QUOTES.sub("", pair.words.en).replace("’", "'"))
    english = " ".join(COMMA.sub("", english).split()).rstrip(".")
    return digest_of(canonical_text([english, pair.words.zh_hans]))[:SHORT]
