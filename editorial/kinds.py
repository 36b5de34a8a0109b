"""Which class reads which kind of content; page types register theirs when their app is ready."""

from editorial.canonical import ContentUnreadable
from editorial.content import SignedContent
from editorial.prose import ProseContent

_KINDS: dict[str, type[SignedContent]] = {ProseContent.kind: ProseContent}


def register_kind(content: type[SignedContent]) -> None:
    _KINDS[content.kind] = content


def content_class(kind: str) -> type[SignedContent]:
    """The class for a stored kind; raises ContentUnreadable for one nobody registered."""
    try:
        return _KINDS[kind]
    except KeyError:
        raise ContentUnreadable(f"content: nobody reads the kind {kind!r}") from None
