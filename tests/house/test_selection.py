import pytest

from tests import selection


def skipped(outcome: str = "skipped") -> pytest.CollectReport:
    return pytest.CollectReport("tests/test_x.py", outcome, "no Chromium", [])


def test_skip_fails_the_run_in_continuous_integration(monkeypatch):
    monkeypatch.setattr(selection, "IN_CI", True)
    report = skipped()

    selection.refuse_skip(report)

    assert report.outcome == "failed"
    assert report.longrepr == "Skipped, which continuous integration does not allow: no Chromium"


def test_skip_on_a_developers_machine_stays_a_skip(monkeypatch):
    monkeypatch.setattr(selection, "IN_CI", False)
    report = skipped()

    selection.refuse_skip(report)

    assert report.outcome == "skipped"
