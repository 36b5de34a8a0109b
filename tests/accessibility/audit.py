"""axe on the page that the browser shows, with no rule off, and what it finds as readable lines."""

import json
from typing import Any

from axe_selenium_python import Axe
from selenium.webdriver import Chrome

from tests.browser import axe_script

AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
ALL = (*AA, "wcag2aaa", "best-practice")
# Rules of these tags that axe leaves off, or calls experimental, unless they are asked for by name.
ASKED_FOR = (
    "aria-roledescription",
    "color-contrast-enhanced",
    "css-orientation-lock",
    "duplicate-id",
    "duplicate-id-active",
    "focus-order-semantics",
    "identical-links-same-purpose",
    "label-content-name-mismatch",
    "landmark-complementary-is-top-level",
    "meta-refresh-no-exceptions",
    "p-as-heading",
    "table-fake-caption",
    "target-size",
    "td-has-header",
)


def load_axe(driver: Chrome) -> Axe:
    """Put axe into the page; WebDriver's scripts run where the page's policy allows none."""
    axe = Axe(driver, script_url=axe_script())
    axe.inject()
    return axe


def run_all(axe: Axe) -> dict[str, Any]:
    """Return axe's results for the whole page under every rule of WCAG 2.2 A to AAA and best practice."""
    options = {
        "runOnly": {"type": "tag", "values": ALL},
        "rules": {rule: {"enabled": True} for rule in ASKED_FOR},
        "resultTypes": ["violations", "incomplete"],
    }
    return axe.run(options=json.dumps(options))


def run_aa(axe: Axe, parts: tuple[str, ...]) -> dict[str, Any]:
    """Return axe's results under WCAG 2.2 A and AA for the elements matching the selectors `parts`.

    What stands in frames is left out: those are public pages, audited as such.
    """
    context = {"include": [[part] for part in parts]}
    options = {
        "runOnly": {"type": "tag", "values": AA},
        "rules": {"target-size": {"enabled": True}},
        "resultTypes": ["violations"],
        "iframes": False,
    }
    return axe.run(context=context, options=json.dumps(options))


def findings(results: dict[str, Any], *kinds: str) -> list[str]:
    """Return a line for each element found fault with; `kinds` are "violations" and "incomplete"."""
    return [_line(kind, rule, node) for kind in kinds for rule in results[kind] for node in rule["nodes"]]


def _line(kind: str, rule: dict[str, Any], node: dict[str, Any]) -> str:
    # axe gives no impact where it could not decide.
    impact = rule["impact"] or "impact unknown"
    checks = (*node["any"], *node["all"], *node["none"])
    why = "; ".join(dict.fromkeys(check["message"] for check in checks))
    target = " ".join(str(step) for step in node["target"])
    return f"axe {kind}: {rule['id']} ({impact}): {rule['help']} | {target} | {node['html'][:200]} | {why}"
