from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from wagtail.log_actions import log

from trials.models import Passage, PassageApproval
from trials.passages.approving import approve, seen_of

NOON = datetime(2026, 5, 15, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
ENGLISH = "Phase 1 is the first time.\n\nThe aim is a safe dose."
CHINESE = "I期试验是第一次。\n\n目的是找到安全的剂量。"


def write_passage(person: Any, name: str = "Phase 1", **texts: str) -> Passage:
    """A passage as its own screen saves it."""
    passage = Passage.objects.filter(name=name).first()
    verb = "edit" if passage else "create"
    passage = passage or Passage(name=name, text_en=ENGLISH, text_zh_hans=CHINESE)
    for column, text in texts.items():
        setattr(passage, column, text)
    passage.save()
    log(instance=passage, action=f"wagtail.{verb}", user=person, content_changed=True)
    return passage


def approved(passage: Passage, person: Any, at: datetime = NOON) -> PassageApproval:
    return approve(passage, by=person, seen=seen_of(passage), now=at)


@pytest.fixture
def phase1(author: Any) -> Passage:
    """Written by the author, approved by nobody."""
    return write_passage(author)


@pytest.fixture
def approved_phase1(phase1: Passage, language_reviewer: Any) -> Passage:
    approved(phase1, language_reviewer)
    return phase1
