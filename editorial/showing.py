"""What a public template is given: signed content, the language, and what the page says of its review."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from editorial.content import UNWRITTEN, SignedContent, Words

if TYPE_CHECKING:
    from editorial.models import Edition, SiteSettings, UrgentNotice


@dataclass(frozen=True, kw_only=True)
class Showing:
    """One rendering of content in one language; `edition` and the dates are None in a preview."""

    content: SignedContent
    lang: str
    site: "SiteSettings"
    today: date
    edition: "Edition | None" = None
    last_reviewed: date | None = None
    review_due: date | None = None
    reviewer_roles: Words = UNWRITTEN
    reviewed_with: Words = UNWRITTEN
    """Who reviewed beside the editorial team, as the review line names them, one a line."""
    notices: tuple["UrgentNotice", ...] = ()
    """The genuine urgent notices above the page, oldest first."""
    preview: bool = False
