"""The approved passages of the demonstration: one renewed after a page had it, one changed since."""

from datetime import datetime
from typing import Any

from wagtail.log_actions import log

from demo.office import Office
from demo.writing import backdate, newest
from trials.models import Passage, TrialPage
from trials.passages.approving import approve, is_approved, newest_approval, seen_of
from trials.passages.inserting import insert
from trials.passages.starter import ensure_starter_passages

APPROVED_BY = {
    "CAR-T: what it is": "medical-reviewer",
    "CAR-T: risks of the class": "medical-reviewer",
    "CAR-T: another cancer later": "medical-reviewer",
    "Phase 1: what it means": "medical-reviewer",
    "Your rights": "language-reviewer",
    "How to join": "language-reviewer",
}
RENEWED, CHANGED = "CAR-T: risks of the class", "How to join"
ENDINGS = {
    RENEWED: (
        " Tell a doctor at once if you notice any of this, also after you have gone home.",
        "如果出现上述任何情况，即使已经出院，也请立即告诉医生。",
    ),
    CHANGED: (" You may bring somebody along.", "您可以请人陪同。"),
}


def ensure_passages(office: Office) -> int:
    """The passages to begin with, approved; how many were made."""
    made = ensure_starter_passages(by=office.team["author"], at=office.days_ago(62))
    for passage in made:
        approver = office.team[APPROVED_BY[passage.name]]
        approve(passage, by=approver, seen=seen_of(passage), now=office.days_ago(60))
    return len(made)


def put_in(page: TrialPage, passages: dict[str, str], *, by: Any, at: datetime) -> None:
    """Insert passages, by the place of the text and their name."""
    for place, name in passages.items():
        draft = newest(page)
        seen, passage = draft.latest_revision_id, Passage.objects.get(name=name)
        revision = insert(draft, passage, place=place, by=by, revision=seen, now=at)
        backdate(newest(page), revision, at)


def renew(office: Office) -> bool:
    """Say more in two passages, and have one of them approved again; whether it was still to be done."""
    rows = {passage.name: passage for passage in Passage.objects.filter(name__in=ENDINGS)}
    if len(rows) < len(ENDINGS) or not all(map(_is_untouched, rows.values())):
        return False
    for passage in rows.values():
        _say_more(passage, by=office.team["author2"], at=office.days_ago(3))
    renewed = rows[RENEWED]
    approve(renewed, by=office.team["medical-reviewer"], seen=seen_of(renewed), now=office.days_ago(2))
    return True


def _say_more(passage: Passage, *, by: Any, at: datetime) -> None:
    english, chinese = ENDINGS[passage.name]
    passage.text_en, passage.text_zh_hans = passage.text_en + english, passage.text_zh_hans + chinese
    passage.save()
    log(instance=passage, action="wagtail.edit", user=by, content_changed=True, timestamp=at)


def _is_untouched(passage: Passage) -> bool:
    """Whether it reads as it was approved first; one that somebody changed or approved again is theirs."""
    return passage.approvals.count() == 1 and is_approved(passage, newest_approval(passage))
