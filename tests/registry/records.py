"""The real registry records that demo and tests share, read by id."""

import json
from pathlib import Path
from typing import Any

RECORDS = Path(__file__).parents[2] / "demo" / "records"
SEED = "NCT06279026"
MANY_SITES = "NCT04267848"
TRIAL_IDS = sorted(path.stem for path in RECORDS.glob("NCT*.json"))


def study_of(trial_id: str) -> dict[str, Any]:
    return json.loads((RECORDS / f"{trial_id}.json").read_text(encoding="utf-8"))


def criteria_of(trial_id: str) -> str:
    return study_of(trial_id)["protocolSection"]["eligibilityModule"]["eligibilityCriteria"]


def minimal_study(trial_id: Any = "NCT00000001", **modules: Any) -> dict[str, Any]:
    """The least that is a record, with modules of the protocol section as asked."""
    identification = {"nctId": trial_id, **modules.pop("identificationModule", {})}
    return {"protocolSection": {"identificationModule": identification, **modules}}
