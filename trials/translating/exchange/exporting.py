"""What goes out to translators: one XLIFF file per trial, several of them in one zip."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from trials.translating.exchange.archives import zip_of
from trials.translating.exchange.xliff import xliff_of

XLIFF_TYPE = "application/x-xliff+xml"
ZIP_TYPE = "application/zip"


def file_of(page: Any, *, now: datetime) -> tuple[str, bytes]:
    """The newest draft of a trial as a file: its name and its bytes."""
    draft = page.get_latest_revision_as_object()
    return f"{draft.trial_id}.xlf", xliff_of(draft, now=now)


def files_of(pages: Sequence[Any], *, now: datetime) -> tuple[str, bytes]:
    """The drafts of several trials in one archive."""
    name = f"translation-{now:%Y-%m-%d}-{len(pages)}.zip"
    return name, zip_of(file_of(page, now=now) for page in pages)
