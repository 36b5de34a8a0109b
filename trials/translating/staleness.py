"""Chinese whose English was changed after it: what differs, and that it is still right all the same."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision

from editorial.canonical import digest_of
from editorial.content import CHINESE
from editorial.desk import open_desk
from editorial.findings import Finding, Weight
from editorial.suggestible import require_unlocked
from editorial.worddiff import Segment, segments
from trials.checks.naming import split
from trials.content import TrialContent
from trials.tidy import tidy
from trials.translating.pins import is_out_of_date, repin
from trials.writing import texts_of


@dataclass(frozen=True)
class StaleText:
    """A Chinese text made from an English that is no longer there."""

    place: str
    made_from: str
    english: str

    @property
    def changes(self) -> list[Segment]:
        """What became of the English, word by word."""
        return segments(self.made_from, self.english)

    @property
    def token(self) -> str:
        """Stands for the Chinese being right beside exactly this English; travels with the form.

        Ticked and then saved by itself every few seconds, it must not speak of English typed afterwards.
        """
        return f"{self.place}:{digest_of(self.english)[:16]}"


def stale_texts(page: Any) -> dict[str, StaleText]:
    """The stale texts of a page as it stands in memory, by place, in reading order."""
    return {place: _stale(place, holder, name) for place, holder, name in _out_of_date(page)}


def findings(page: Any, content: TrialContent) -> Iterator[Finding]:
    """Stale Chinese may not be signed; withheld Chinese may be as old as it likes."""
    if CHINESE not in content.languages:
        return
    label = page.labels(content)
    for place, text in stale_texts(page).items():
        field, within = split(place)
        yield Finding(
            check="stale",
            weight=Weight.BLOCKING,
            field=field,
            place=within,
            language=CHINESE,
            message=_(
                "“%(field)s”: the English was changed after the Chinese was written. Change the Chinese, or "
                "tick on the editing screen that it is still right."
            )
            % {"field": label(place)},
            expected=text.made_from,
            found=text.english,
        )


def keep(page: Any, places: Collection[str]) -> list[str]:
    """The Chinese at these places is still right beside the English of now, in memory only.

    Returns the places that were stale; any other is left alone.
    """
    kept = [found for found in _out_of_date(page) if found[0] in places]
    for _place, holder, name in kept:
        repin(holder, name)
    return [place for place, _holder, _name in kept]


def keep_ticked(page: Any, tokens: Collection[str]) -> list[str]:
    """The same for what was ticked on the editing screen, by the tokens of its stale texts."""
    ticked = set(tokens)
    return keep(page, {text.place for text in stale_texts(page).values() if text.token in ticked})


@transaction.atomic
def confirm_still_right(page: Any, places: Collection[str], *, by: Any) -> Revision | None:
    """Note in a new version of the newest draft, saved by `by`, that this Chinese is still right.

    None where none of the places is stale. Raises SignOffRefused on a page locked for `by`.
    """
    desk = open_desk(page.pk, lock=True)
    require_unlocked(desk, by)
    if not keep(desk.page, places):
        return None
    # The words stay as they are; the rest of a draft may be unfinished.
    return desk.page.save_revision(user=by, clean=False, log_action=True)


def _out_of_date(page: Any) -> Iterator[tuple[str, Any, str]]:
    return (found for found in texts_of(page) if is_out_of_date(found[1], found[2]))


def _stale(place: str, holder: Any, name: str) -> StaleText:
    return StaleText(place, tidy(holder.translated_from[name]), tidy(getattr(holder, f"{name}_en")))
