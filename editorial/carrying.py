"""What a language review found right stays right, pair by pair, until one of its texts changes."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from editorial.canonical import canonical_text, digest_of
from editorial.content import Pair, SignedContent
from editorial.models import SignOff
from editorial.seals import is_sealed

SHORT = 16
# A comma, a full stop or a curly quote away from any digit: no Chinese text becomes wrong by it.
PUNCTUATION = re.compile(r"(?<!\d)[,.;:'\"‘’“”](?!\d)")


def covered_by(content: SignedContent) -> str:
    """What a review of all of `content` covers, as it is kept with the review: {place: pair's digest}."""
    return canonical_text({pair.place: _digest(pair) for pair in content.pairs()})


def newest_review(page_id: Any) -> SignOff | None:
    """The newest sealed language review of a page, whatever it covers."""
    reviews = SignOff.objects.filter(page_id=page_id, scope=SignOff.Scope.CHINESE).order_by(
        "-signed_at", "-pk"
    )
    return next((review for review in reviews if is_sealed(review)), None)


def open_pairs(content: SignedContent, review: SignOff | None) -> Iterator[Pair]:
    """The pairs of `content` that `review` did not find right as they read now, in reading order."""
    covered = _covered(content, review)
    return (pair for pair in content.pairs() if covered.get(pair.place) != _digest(pair))


def _covered(content: SignedContent, review: SignOff | None) -> Mapping[str, str]:
    if review is None:
        return {}
    if not review.covers:
        # A review of an earlier release says only that all pairs together were right.
        whole = review.digest == content.language_digest
        return {pair.place: _digest(pair) for pair in content.pairs()} if whole else {}
    return json.loads(review.covers)


def _digest(pair: Pair) -> str:
    english = " ".join(PUNCTUATION.sub("", pair.words.en).split())
    return digest_of(canonical_text([english, pair.words.zh_hans]))[:SHORT]
