"""What a check has to say about content: the one shape shown to editors and judged at sign-off."""

from dataclasses import dataclass
from enum import StrEnum

from editorial.canonical import canonical_text, digest_of


class Weight(StrEnum):
    BLOCKING = "blocking"
    """Sign-off is refused until it is mended, or overridden with a written reason where `overridable`."""
    ADVISORY = "advisory"


@dataclass(frozen=True)
class Finding:
    """One thing found: which check, where (field, place within it, language), what was expected and found.

    `message` is a sentence an editor can act on, already in the reader's language.
    """

    check: str
    weight: Weight
    field: str
    message: str
    place: str = ""
    language: str = ""
    expected: str = ""
    found: str = ""
    overridable: bool = False
    """A blocking finding a signer may overrule with a written reason; completeness never is."""

    @property
    def blocks(self) -> bool:
        return self.weight is Weight.BLOCKING

    @property
    def key(self) -> str:
        """Names this finding in a form, stable while the words it speaks of are unchanged."""
        return "|".join((self.check, self.field, self.place, self.language))

    @property
    def as_shown(self) -> str:
        """Names this finding with what it says: a reason written for other words does not overrule it."""
        said = canonical_text([str(self.message), str(self.expected), str(self.found)])
        return f"{self.key}|{digest_of(said)[:12]}"
