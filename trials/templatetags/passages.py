"""For the editing screen: the approved passages that stand in one of its texts."""

from typing import Any

from django import template

from editorial.content import Words
from trials.passages.held import Approved, already_reviewed
from trials.passages.inserting import takes_passages

register = template.Library()


@register.simple_tag
def takes_passage(page: Any, place: str) -> bool:
    """Whether a passage can be put behind this text."""
    return takes_passages(page, place)


@register.simple_tag
def passages_in(request: Any, place: str, english: str, chinese: str) -> list[str]:
    """ "Already reviewed", for each passage that stands here; the approvals are read once for a screen."""
    approved = vars(request).setdefault("approved_passages", None) or Approved()
    request.approved_passages = approved
    held = approved.at(place, Words(en=english, zh_hans=chinese))
    return [already_reviewed(each) for each in held if each.is_newest]
