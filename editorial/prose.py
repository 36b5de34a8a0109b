"""Content of home and information pages: a title and plain text, signed like everything else."""

from dataclasses import dataclass
from typing import ClassVar

from editorial.content import SignedContent, Words


@dataclass(frozen=True, kw_only=True)
class ProseContent(SignedContent):
    kind: ClassVar[str] = "prose"

    title: Words
    body: Words
    """Plain text: blank line = paragraph, "- " = list item, "## " = heading."""
    description: Words
