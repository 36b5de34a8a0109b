"""What the author marked of each criterion, for whoever reviews and signs it."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editorial.content import SignedContent
from trials.content import Criterion, TrialContent
from trials.labels import WhoCanTell, label
from trials.site.self_checkable import checkable

NAMES = ("who_can_tell", "sensitive", "decisive")
"""Parts of a criterion that are no registry's: nobody can compare them with a source."""


def remarks(content: SignedContent, others: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """`others` with a line for each marked criterion, by the place of its text."""
    if not isinstance(content, TrialContent):
        return dict(others)
    asked = checkable(content)
    found = {place: list(lines) for place, lines in others.items()}
    for row in content.criteria:
        if marks := list(_marks(row, row.key in asked)):
            line = pgettext("between names", ", ").join(marks)
            found.setdefault(f"criteria.{row.key}.text", []).append(_("Marked: %(marks)s") % {"marks": line})
    return found


def _marks(row: Criterion, is_asked: bool) -> Iterator[str]:
    if row.who_can_tell:
        yield label(WhoCanTell, row.who_can_tell)
    if row.sensitive:
        yield _("sensitive")
    if is_asked:
        yield _("in the self-check")
    if row.decisive:
        yield _("on the card for the doctor")
