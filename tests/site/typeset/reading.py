"""Reads typeset HTML as an eye does and as assistive technology does; finds texts to try it on."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

HERE = Path(__file__).parent
SEED_FILES = {"en": HERE.parent / "seed_page/en.json", "zh-hans": HERE.parent / "seed_page/zh-hans.json"}
ELIGIBILITY = json.loads((HERE / "texts/eligibility.json").read_text(encoding="utf-8"))


def fragment(html: str) -> Element:
    return html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)


def visible_text(html: str) -> str:
    """What is seen and copied: everything but the visually hidden equivalents, and data for machines."""
    return "".join(_texts(fragment(html), skip=_is_unseen))


def heard_text(html: str) -> str:
    """What assistive technology gets: everything but what is hidden from it."""
    return "".join(_texts(fragment(html), skip=lambda element: element.get("aria-hidden") == "true"))


def seed_strings(lang: str) -> list[str]:
    return list(_strings(json.loads(SEED_FILES[lang].read_text(encoding="utf-8"))))


def criteria() -> list[str]:
    """Every line of the eligibility texts, markdown escapes undone as the registry reader does."""
    return [
        re.sub(r"\\([^\w\s])", r"\1", line).strip()
        for text in ELIGIBILITY.values()
        for line in text.splitlines()
        if line.strip()
    ]


def _is_unseen(element: Element) -> bool:
    return element.tag.endswith("script") or element.get("class") == "u-heard"


def _texts(element: Element, *, skip: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not skip(child):
            yield from _texts(child, skip=skip)
        yield child.tail or ""


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _strings(inner)
