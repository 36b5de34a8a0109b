"""Since which version Chrome on Android knows a part of CSS, by Mozilla's compatibility data."""

import json
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "node_modules/@mdn/browser-compat-data/data.json"
# The web view of Android has the same engine; its own column is less well kept.
BROWSER = "chrome_android"
NEVER = 10_000
UNITS = {
    "dv": "viewport_percentage_units_dynamic",
    "lv": "viewport_percentage_units_large",
    "sv": "viewport_percentage_units_small",
    "cq": "container_query_length_units",
}


def since(*path: str) -> int | None:
    """The first version that knows css/`path`; NEVER if none does, None if the data has no such entry."""
    entry: Any = _css()
    for step in path:
        entry = entry.get(step) if isinstance(entry, dict) else None
    if not entry or "__compat" not in entry:
        return None
    return min(map(_version, _told(entry)))


def value_since(property_name: str, word: str) -> int | None:
    """The first version that knows a keyword or function as (a part of) the value of a property."""
    places = (("properties", property_name, word), ("types", word), ("types", "color", word))
    return next((known for place in places if (known := since(*place)) is not None), None)


def property_since(name: str) -> int:
    """The first version that knows a property by this name: its own, an older one or one with a prefix."""
    known = since("properties", name)
    return _other_names().get(name, NEVER) if known is None else known


def unit_since(unit: str) -> int | None:
    return since("types", "length", UNITS.get(unit[:2], unit) if len(unit) > 2 else unit)


def _version(statement: dict[str, Any]) -> int:
    added = statement.get("version_added")
    if not isinstance(added, str) or added == "preview" or {"flags", "alternative_name"} & statement.keys():
        return NEVER
    # What needs a prefix is written with it, as a property of its own.
    return NEVER if "prefix" in statement else int(added.lstrip("≤").split(".")[0])


def _told(entry: dict[str, Any]) -> list[dict[str, Any]]:
    told = entry["__compat"]["support"].get(BROWSER, {})
    return told if isinstance(told, list) else [told]


@cache
def _other_names() -> dict[str, int]:
    """Older names and names with a prefix, each with the version since which it is known."""
    return {
        statement.get("alternative_name") or statement["prefix"] + name: _version({"version_added": added})
        for name, entry in _css()["properties"].items()
        for part in (entry, *entry.values())
        if "__compat" in part
        for statement in _told(part)
        if {"alternative_name", "prefix"} & statement.keys() and (added := statement.get("version_added"))
    }


@cache
def _css() -> dict[str, Any]:
    return json.loads(DATA.read_bytes())["css"]
