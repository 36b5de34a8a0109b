"""What people name to be imported: files, folders, archives, or trial ids to fetch."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from trials.registry.fetch import FetchRefused, fetch_study
from trials.registry.found import Found
from trials.registry.read import TRIAL_ID
from trials.registry.sources import open_source


def records_in(sources: Iterable[str], *, registry_url: str) -> Iterator[Found]:
    """The records of every source; one that is no file and looks like a trial id is fetched."""
    for source in sources:
        if TRIAL_ID.fullmatch(source.strip().upper()) and not Path(source).exists():
            yield fetched(source, registry_url=registry_url)
        else:
            yield from open_source(source)


def fetched(trial_id: str, *, registry_url: str) -> Found:
    """The record as the registry has it now, or why it could not be had."""
    asked = trial_id.strip().upper()
    try:
        return Found(asked, fetch_study(asked, base_url=registry_url))
    except FetchRefused as refused:
        return Found(refused.trial_id, problem=refused.why)
