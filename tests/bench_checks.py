"""What the checks of a page cost beside showing it: 150 criteria, one process, in turned order."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import django

CRITERIA = 150
ROUNDS = 15


def main() -> None:
    """Print the medians and their ratio; texts are new in every round, so that no memory of a text helps."""
    django.setup()
    taken: dict[str, list[float]] = {"checks": [], "page": []}
    for turn in range(ROUNDS):
        acts = _acts(turn)
        for name in acts if turn % 2 else reversed(acts):
            taken[name].append(_seconds(acts[name]))
    medians = {name: statistics.median(seconds) for name, seconds in taken.items()}
    print(f"\n{'150 criteria':40} {'ms':>8} {'ratio':>7}")
    for name, seconds in medians.items():
        print(f"{name:40} {seconds * 1000:8.2f} {seconds / medians['page']:7.2f}")


def _acts(turn: int) -> dict[str, Callable[[], object]]:
    from tests.site.seed import seed_content
    from tests.site.seen import article
    from trials import checks
    from trials.glossary.in_use import glossary_of
    from trials.glossary.starter import starter_terms

    content = seed_content()
    rows = tuple(
        replace(row, key=f"b{number}", text=replace(row.text, en=f"{row.text.en} ({turn}.{number})",
                zh_hans=f"{row.text.zh_hans}（{turn}.{number}）"))
        for number, row in enumerate((content.criteria * CRITERIA)[:CRITERIA])
    )  # fmt: skip
    content = replace(content, criteria=rows)
    return {
        "checks": partial(checks.run, content, glossary=glossary_of(starter_terms())),
        "page": partial(article, content, "zh-hans"),
    }


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
