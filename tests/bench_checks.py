"""What the checks of a page cost beside showing it: 150 criteria, one process, in turned order."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

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
    rows = (content.criteria * CRITERIA)[:CRITERIA]
    content = replace(content, criteria=tuple(_new(row, f"{turn}.{n}") for n, row in enumerate(rows)))
    return {
        "checks": partial(checks.run, content, glossary=glossary_of(starter_terms())),
        "page": partial(article, content, "zh-hans"),
    }


def _new(row: Any, mark: str) -> Any:
    """The same criterion in words nobody has read yet; letters, so that no amount is added."""
    letters = mark.translate(str.maketrans("0123456789.", "abcdefghij-"))
    text = replace(row.text, en=f"{row.text.en} ({letters})", zh_hans=f"{row.text.zh_hans}（{letters}）")
    return replace(row, key=f"b{mark}", text=text)


def _seconds(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start
