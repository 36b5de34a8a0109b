"""The texts of a page as the review screen shows them: beside their translation, changes and source."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _
from wagtail.models import Comment

from editorial.carrying import reviewed_words
from editorial.changes import TextChange, text_changes
from editorial.content import CHINESE, ENGLISH, SignedContent, Words
from editorial.desk import Desk
from editorial.findings import Finding
from editorial.models import EditorQuery
from editorial.queries import open_queries
from editorial.worddiff import Kind, Segment, segments

LONG_SOURCE = 280
"""Characters from which the registry's words are folded, so that the next text is in sight."""


@dataclass(frozen=True, kw_only=True)
class TextRow:
    """One pair of texts; `english` and `chinese` are safe HTML, with what changed marked in them."""

    place: str
    label: str
    words: Words
    english: str
    chinese: str
    heading: str = ""
    """Of the part of the page that begins here."""
    source: str = ""
    is_source: bool = False
    """The English is the registry's, letter by letter."""
    takes_suggestions: bool = False
    """It belongs to the page itself, so that its authors can accept another wording."""
    is_gone: bool = False
    is_new: bool = False
    findings: list[Finding] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    queries: list[EditorQuery] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What else a reviewer ought to know of this text."""

    @property
    def has_beside(self) -> bool:
        return bool(self.findings or self.comments or self.queries or self.remarks)

    @property
    def folds_source(self) -> bool:
        return len(self.source) > LONG_SOURCE


class Sheet:
    """Every text of the desk's page, once as it stands and once compared with what was signed before."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.page = desk, desk.page
        self._label = self.page.labels(desk.content)
        self._source = self.page.source_words()

    @cached_property
    def comments(self) -> list[Comment]:
        return list(Comment.objects.filter(page_id=self.page.pk, resolved_at=None).select_related("user"))

    @cached_property
    def queries(self) -> dict[str, list[EditorQuery]]:
        """The open ones, by the place they are about."""
        return open_queries(self.page)

    @cached_property
    def _remarks(self) -> Mapping[str, list[str]]:
        return self.page.remarks(self.desk.content)

    @cached_property
    def changed(self) -> list[TextRow]:
        """What differs from the newest edition, in reading order, what is gone last; [] before the first."""
        if self.desk.signed_before is None:
            return []
        gone = self.page.labels(self.desk.signed_before)
        return [
            self._compared(change, gone(change.place) if change.after is None else self._label(change.place))
            for change in text_changes(self.desk.signed_before, self.desk.content)
        ]

    @cached_property
    def open(self) -> list[TextRow]:
        """What nobody has found right as it reads now, compared with the newest edition where it stood.

        Before the first edition it is compared with what the newest review found right.
        """
        former = _words_of(self.desk.signed_before) or self._reviewed
        return [
            self._compared(TextChange(pair.place, former[pair.place], pair.words), self._label(pair.place))
            if pair.place in former and former[pair.place] != pair.words
            else self._standing(pair.place, pair.words)
            for pair in self.desk.open_pairs
        ]

    @cached_property
    def _reviewed(self) -> dict[str, Words]:
        review = self.desk.newest_language_review
        return reviewed_words(review) if review else {}

    def rest(self, shown: Iterable[TextRow] = ()) -> list[TextRow]:
        """Everything else as the reader sees it, in reading order, under the headings of the page."""
        apart = {row.place for row in shown}
        headings = self.page.headings(self.desk.content) if not apart else {}
        return [
            self._standing(pair.place, pair.words, heading=headings.get(pair.place, ""))
            for pair in self.desk.content.pairs()
            if pair.place not in apart and pair.place.split(".")[0] not in self.page.folded_places
        ]

    @cached_property
    def folded(self) -> dict[str, list[tuple[str, Words]]]:
        """Names by the hundred, by the label they are folded under."""
        found: dict[str, list[tuple[str, Words]]] = defaultdict(list)
        for pair in self.desk.content.pairs():
            if label := self.page.folded_places.get(pair.place.split(".")[0]):
                found[str(label)].append((self._label(pair.place), pair.words))
        return dict(found)

    @cached_property
    def always(self) -> list[TextRow]:
        """What whoever signs has before their eyes, changed or not: the disclaimer."""
        words = _words_of(self.desk.content)
        return [self._standing(place, words[place]) for place in self.page.always_shown if place in words]

    def _standing(self, place: str, words: Words, heading: str = "") -> TextRow:
        return TextRow(
            place=place,
            label=self._label(place),
            words=words,
            english=self.page.typeset(words.en, ENGLISH),
            chinese=self.page.typeset(words.zh_hans or "", CHINESE),
            heading=heading,
            **self._beside(place, words),
        )

    def _compared(self, change: TextChange, label: str) -> TextRow:
        before, after = change.before or Words("", ""), change.after or Words("", "")
        return TextRow(
            place=change.place,
            label=label,
            words=after,
            english=self._marked(before.en, after.en, ENGLISH),
            chinese=self._marked(before.zh_hans or "", after.zh_hans or "", CHINESE),
            is_gone=change.after is None,
            is_new=change.before is None,
            **self._beside(change.place, after),
        )

    def _beside(self, place: str, words: Words) -> dict[str, Any]:
        source = self._source.get(place, "")
        return {
            "source": source,
            "is_source": source == words.en,
            "takes_suggestions": bool(words) and self.page.can_write(place),
            "findings": self._findings.get(place, []),
            "comments": self._commented.get(place, []),
            "queries": self.queries.get(place, []),
            "remarks": self._remarks.get(place, []),
        }

    def _marked(self, before: str, after: str, lang: str) -> str:
        if before == after:
            return self.page.typeset(after, lang)
        return marked(segments(before, after), lambda text: self.page.typeset_line(text, lang))

    @cached_property
    def _findings(self) -> dict[str, list[Finding]]:
        """Findings by the place of a pair; what is found of a row as a whole stands at its text."""
        places = {pair.place for pair in self.desk.content.pairs()}
        found = defaultdict(list)
        for finding in self.desk.findings:
            place = f"{finding.field}.{finding.place}" if finding.place else finding.field
            found[place if place in places else f"{place}.text"].append(finding)
        return found

    @cached_property
    def _commented(self) -> dict[str, list[Comment]]:
        places = [pair.place for pair in self.desk.content.pairs()]
        found = defaultdict(list)
        for comment in self.comments:
            found[place_of(comment, places)].append(comment)
        return found


def place_of(comment: Comment, places: Iterable[str]) -> str:
    """The place of the text a comment stands at; Wagtail names the column, and takes comments on no row."""
    name = comment.contentpath.removesuffix("_en").removesuffix("_zh_hans")
    # A column of the page itself is a place of one part, or of two where the content groups its facts.
    return next((place for place in places if place == name or _is_column(place, name)), name)


def _is_column(place: str, name: str) -> bool:
    return place.split(".")[1:] == [name]


def marked(found: Iterable[Segment], typeset: Callable[[str], str]) -> SafeString:
    """A word diff as safe HTML; what went and what came is also said, for whoever cannot see the marks."""
    names = {Kind.REMOVED: ("del", _("removed:")), Kind.ADDED: ("ins", _("added:"))}
    parts = format_html_join("", "{}", ((_segment(each, names, typeset),) for each in found))
    return format_html('<p class="diff">{}</p>', parts)


def _segment(segment: Segment, names: Mapping[Kind, tuple[str, str]], typeset: Callable[[str], str]) -> str:
    text = typeset(segment.text)
    if segment.kind not in names:
        return text
    tag, said = names[segment.kind]
    return format_html(
        '<{0} class="diff__{0}"><span class="w-sr-only" lang="{1}">{2} </span>{3}</{0}>',
        tag,
        to_locale(get_language() or "en").replace("_", "-"),
        said,
        text,
    )


def _words_of(content: SignedContent | None) -> dict[str, Words]:
    return {pair.place: pair.words for pair in content.pairs()} if content else {}
