"""The demonstration's texts and registry records, as they lie beside this file.

A text is {"en": …, "zh-hans": …}; a longer one is written as a list of its lines.
"""

import json
from pathlib import Path
from typing import Any

from editorial.content import ENGLISH
from trials.registry.read import read_study
from trials.registry.records import TrialRecord

FOLDER = Path(__file__).parent


def trial_text(trial_id: str) -> dict[str, Any]:
    return _texts(FOLDER / "texts" / f"{trial_id}.json")


def page_text(name: str) -> dict[str, Any]:
    return _texts(FOLDER / "texts" / "pages" / f"{name}.json")


def disclaimer() -> dict[str, str]:
    return _texts(FOLDER / "texts" / "disclaimer.json")


def record(trial_id: str) -> TrialRecord:
    return read_study(json.loads((FOLDER / "records" / f"{trial_id}.json").read_text(encoding="utf-8")))


def _texts(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"), object_hook=_joined)


def _joined(found: dict[str, Any]) -> dict[str, Any]:
    if ENGLISH not in found:
        return found
    return {lang: "\n".join(text) if isinstance(text, list) else text for lang, text in found.items()}
