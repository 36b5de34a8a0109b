"""Trials that say what a test wants found, and nothing else."""

from dataclasses import replace
from typing import Any

from editorial.content import Words
from tests.site.seed import seed_content, seed_facts, seed_site
from trials.content import Age, Condition, TrialContent
from trials.site.places import HOME_COUNTRY

SILENT = Words("", "")


def trial(number: int, zh: str = "", en: str = "", **changes: Any) -> TrialContent:
    """A trial with a headline in both languages; of the seed it keeps no word that is searched."""
    trial_id = f"NCT{number:08}"
    told = {
        "headline": Words(en, zh),
        "official_title": SILENT,
        "summary": SILENT,
        "what_it_studies": SILENT,
        "conditions": (),
        "interventions": (),
        "sponsor": None,
        "sites": (),
        "identifiers": (),
        "facts": seed_facts(status_date="2026-04-01"),
    }
    return seed_content(path=f"trials/{trial_id.lower()}/", trial_id=trial_id, **told | changes)


def facts(**changes: Any) -> Any:
    return seed_facts(**{"status_date": "2026-04-01"} | changes)


def ages(youngest: int | None, oldest: int | None = None) -> Any:
    limits = [None if years is None else Age(years, "year") for years in (youngest, oldest)]
    return facts(minimum_age=limits[0], maximum_age=limits[1])


def site(city: str, zh: str, status: str = "", region: Words = SILENT, facility: Words = SILENT) -> Any:
    names = {"city": Words(city, zh), "region": region, "facility": facility}
    return replace(seed_site(), key=f"s-{city}", status=status, country_code=HOME_COUNTRY, **names)


def condition(en: str, zh: str = "") -> Condition:
    return Condition(Words(en, zh))
