from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from tests.trials.factories import NOON
from trials.models import TrialPage
from trials.translating.exchange.reading import TrialRead, read_xliff
from trials.translating.exchange.xliff import NAMESPACE, xliff_of


class Exported:
    """An exported file in a translator's hands."""

    def __init__(self, page: TrialPage) -> None:
        self.root = etree.fromstring(xliff_of(page.get_latest_revision_as_object(), now=NOON))

    def unit(self, place: str) -> Any:
        units = self.root.iter(f"{{{NAMESPACE}}}trans-unit")
        return next(unit for unit in units if unit.get("id") == place)

    def part(self, place: str, name: str) -> Any:
        return self.unit(place).find(f"{{{NAMESPACE}}}{name}")

    def says(self, place: str) -> tuple[str, str, str]:
        """Source, target and state."""
        target = self.part(place, "target")
        return self.part(place, "source").text, target.text, target.get("state")

    def notes(self, place: str) -> list[tuple[str, str]]:
        return [(note.get("from"), note.text) for note in self.unit(place).iter(f"{{{NAMESPACE}}}note")]

    def translate(self, place: str, chinese: str, *, state: str = "translated", qualifier: str = "") -> None:
        target = self.part(place, "target")
        target.text = chinese
        target.set("state", state)
        if qualifier:
            target.set("state-qualifier", qualifier)

    @property
    def content(self) -> bytes:
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")

    @property
    def read(self) -> TrialRead:
        return read_xliff("NCT00000001.xlf", self.content)[0]


@pytest.fixture
def exported() -> Callable[[TrialPage], Exported]:
    return Exported


@pytest.fixture
def draft(trial: TrialPage) -> Callable[..., TrialPage]:
    """Return a function that saves columns of the trial's draft, or of its rows, as a new version."""

    def save(**columns: Any) -> TrialPage:
        page = TrialPage.objects.get(pk=trial.pk).get_latest_revision_as_object()
        rows = {row.key: row for row in page.criteria.all()}
        for name, value in columns.items():
            holder, _dunder, column = name.partition("__")
            setattr(rows[holder] if column else page, column or name, value)
        page.save_revision(user=trial.owner, clean=False)
        return TrialPage.objects.get(pk=trial.pk)

    return save
