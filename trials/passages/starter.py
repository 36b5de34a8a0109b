"""The passages to begin with, ours; whoever loads them counts as their writer, and somebody else approves."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from editorial.content import CHINESE, ENGLISH
from trials.models.passages import Passage

FILE = Path(__file__).parent / "starter.json"


@transaction.atomic
def ensure_starter_passages(*, by: Any, at: datetime) -> list[Passage]:
    """Add each passage whose name is not there yet, and return those; what is there is never changed."""
    known = set(Passage.objects.values_list("name", flat=True))
    made = [_passage(entry) for entry in _entries() if entry["name"] not in known]
    for passage in made:
        passage.save()
        log(instance=passage, action="wagtail.create", user=by, content_changed=True, timestamp=at)
    return made


def _entries() -> list[dict[str, Any]]:
    return json.loads(FILE.read_text(encoding="utf-8"))


def _passage(entry: dict[str, Any]) -> Passage:
    return Passage(
        name=entry["name"],
        text_en=entry["text"][ENGLISH],
        text_zh_hans=entry["text"][CHINESE],
        source_title=entry.get("source_title", ""),
        source_url=entry.get("source_url", ""),
    )
