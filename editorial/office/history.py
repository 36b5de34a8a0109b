"""What became of a page: its editions, what each rests on, and what was refused or warned of between."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import get_language, gettext_lazy
from wagtail.models import PageLogEntry

from editorial.changes import text_changes
from editorial.content import CHINESE, LANGUAGES, UNWRITTEN, SignedContent, Words
from editorial.editions import edition_problems, reviews_behind
from editorial.models import Edition, SignedPage, SignOff, UrgentNotice
from editorial.seals import is_sealed
from editorial.worddiff import Segment, segments
from editorial.worded import FactRow, changed_facts

LOGGED = (
    "editorial.language_review", "editorial.medical_review", "editorial.changes", "editorial.refused",
    "editorial.notice", "editorial.notice_confirmed", "editorial.notice_lifted", "editorial.redact",
    "editorial.withdraw",
)  # fmt: skip
LONGEST_LOG = 200
BUTTONS = {
    "review-language": gettext_lazy("The Chinese is right"),
    "review-medicine": gettext_lazy("The medicine is right"),
    "sign-off": gettext_lazy("Sign off and publish"),
    "sign-off-next": gettext_lazy("Sign off, then the next page"),
    "withhold-chinese": gettext_lazy("Withhold the Chinese, publish English only"),
    "request-changes": gettext_lazy("Request changes"),
}
"""What the buttons of the review screen say, by the act they post."""


@dataclass(frozen=True)
class ChangedText:
    place: str
    english: list[Segment]
    """Empty where the English reads as before; the same for Chinese."""
    chinese: list[Segment]


@dataclass(frozen=True)
class EditionEvent:
    when: datetime
    edition: Edition
    problems: tuple[str, ...]
    is_first: bool
    reviews: list[SignOff]
    confirmations: list[SignOff]
    """Signatures that found it still correct, oldest first."""
    texts: list[ChangedText] = field(default_factory=list)
    facts: list[FactRow] = field(default_factory=list)
    cannot_compare: bool = False
    """The words of this edition or the one before it were removed, or are not what was signed."""

    @property
    def signed_as(self) -> str:
        """Public role and qualification of the signer as they were, in the language of the screen."""
        signed = self.edition.signed_by
        if get_language() == CHINESE:
            return "，".join(filter(None, (signed.public_role_zh_hans, signed.qualification_zh_hans)))
        return ", ".join(filter(None, (signed.public_role_en, signed.qualification_en)))

    @property
    def statements(self) -> list[str]:
        return list(json.loads(self.edition.signed_by.checklist).values())

    @property
    def overrides(self) -> list[dict[str, str]]:
        return json.loads(self.edition.signed_by.overrides)


@dataclass(frozen=True)
class LogEvent:
    when: datetime
    entry: PageLogEntry

    @property
    def about(self) -> str:
        """Which act was refused, or which notice it is about."""
        kind, act = self.entry.data.get("kind", ""), self.entry.data.get("act", "")
        known = kind in UrgentNotice.Kind.values
        return str(UrgentNotice.Kind(kind).label) if known else str(BUTTONS.get(act, act))

    @property
    def reason(self) -> str:
        return self.entry.data.get("reason", "") or self.entry.data.get("sentence", "")


def edition_events(page: SignedPage, editions: Sequence[Edition]) -> list[EditionEvent]:
    """One event per edition; `editions` of one page, newest first, each with its `signed_by`."""
    numbers = [edition.number - 1 for edition in editions]
    former = Edition.objects.filter(page_id=page.pk, number__in=numbers).select_related("signed_by")
    by_number = {edition.number: edition for edition in (*former, *editions)}
    finals = SignOff.objects.filter(page_id=page.pk, scope=SignOff.Scope.FINAL, edition__isnull=True)
    again = [final for final in finals.order_by("signed_at", "pk") if is_sealed(final)]
    return [_event(page, edition, by_number.get(edition.number - 1), again) for edition in editions]


def log_events(page: SignedPage, *, since: datetime | None, until: datetime | None) -> list[LogEvent]:
    """What was logged of the page from `since` up to `until`, newest first and LONGEST_LOG at most."""
    found = PageLogEntry.objects.filter(page_id=page.pk, action__in=LOGGED).select_related("user")
    found = found.filter(timestamp__gte=since) if since else found
    found = found.filter(timestamp__lt=until) if until else found
    return [LogEvent(entry.timestamp, entry) for entry in found.order_by("-timestamp", "-pk")[:LONGEST_LOG]]


def _event(page: SignedPage, edition: Edition, former: Edition | None, again: list[SignOff]) -> EditionEvent:
    problems = tuple(edition_problems(edition))
    event = {
        "when": edition.published_at,
        "edition": edition,
        "problems": problems,
        "is_first": former is None,
        "reviews": _reviews(edition, problems),
        "confirmations": [final for final in again if _confirms(final, edition)],
    }
    if former is None:
        return EditionEvent(**event)
    before, after = _readable(former), None if problems else _readable(edition)
    if before is None or after is None:
        return EditionEvent(**event, cannot_compare=True)
    return EditionEvent(
        **event, texts=list(_texts(page, before, after)), facts=changed_facts(page, before, after)
    )


def _reviews(edition: Edition, problems: tuple[str, ...]) -> list[SignOff]:
    # An edition of an earlier release names its reviews by its words, which may be gone.
    named = edition.signed_by.rests_on
    return reviews_behind(edition) if named or not (problems or edition.redacted_at) else []


def _confirms(final: SignOff, edition: Edition) -> bool:
    in_time = edition.ended_at is None or final.signed_at <= edition.ended_at
    return final.digest == edition.digest and final.signed_at >= edition.published_at and in_time


def _readable(edition: Edition) -> SignedContent | None:
    if edition.redacted_at or any(edition_problems(edition)):
        return None
    return edition.load()


def _texts(page: SignedPage, before: SignedContent, after: SignedContent) -> Iterator[ChangedText]:
    stood, stands = page.labels(before), page.labels(after)
    for change in text_changes(before, after):
        old, new = change.before or UNWRITTEN, change.after or UNWRITTEN
        english, chinese = (_segments(old, new, lang) for lang in LANGUAGES)
        label = stood if change.after is None else stands
        yield ChangedText(label(change.place), english, chinese)


def _segments(old: Words, new: Words, lang: str) -> list[Segment]:
    before, after = old.in_language(lang), new.in_language(lang)
    return segments(before, after) if before != after else []
