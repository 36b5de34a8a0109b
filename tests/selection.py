"""Which tests run where; and in continuous integration, a skipped test is a failed one."""

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

# Each of these tests brings a page to the public first, loads the whole demonstration, or starts Java.
THOROUGH = (
    "demo/",
    "editorial/letters/",
    "editorial/office/",
    "editorial/test_act_screens",
    "editorial/test_choosing",
    "editorial/test_demands",
    "editorial/test_editing_screen",
    "editorial/test_hand_made_posts",
    "editorial/test_incomplete",
    "editorial/test_mistake",
    "editorial/test_notices",
    "editorial/test_office_forms",
    "editorial/test_outcomes",
    "editorial/test_ownership",
    "editorial/test_query_screens",
    "editorial/test_redaction",
    "editorial/test_refused",
    "editorial/test_review_screen",
    "editorial/test_standing_of_reviews",
    "editorial/test_still_works",
    "editorial/test_suggestion",
    "editorial/test_workflow_screen",
    "trials/exchange/test_omegat",
    "trials/passages/test_screens",
    "trials/test_editing",
)
TESTS = Path(__file__).parent
IN_CI = os.environ.get("CI") == "true"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.relative_to(TESTS).as_posix().startswith(THOROUGH):
            item.add_marker("thorough")
    if connection.vendor == "postgresql":
        return
    elsewhere = [item for item in items if item.get_closest_marker("postgres_only")]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


def refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, which continuous integration does not allow: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, pytest.TestReport]:
    report = yield
    refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, Any, pytest.CollectReport]:
    report = yield
    refuse_skip(report)
    return report
