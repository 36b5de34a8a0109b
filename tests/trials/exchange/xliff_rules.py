"""Rules of XLIFF 1.2 for the elements we write, read from the standard: a sentence for each one broken."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from trials.translating.exchange.xliff import NAMESPACE

ALLOWED = {
    "xliff": ({"version"}, set(), ("file",)),
    "file": ({"original", "source-language", "datatype"}, {"target-language", "date"}, ("header", "body")),
    "header": (set(), set(), ("note",)),
    "body": (set(), set(), ("trans-unit",)),
    "trans-unit": (
        {"id"},
        {"xml:space", "approved", "translate", "maxwidth", "size-unit"},
        ("source", "target", "note"),
    ),
    "source": (set(), set(), ()),
    "target": (set(), {"state", "state-qualifier"}, ()),
    "note": (set(), {"from"}, ()),
}
"""By element: attributes it needs, others it may have, children in their order."""
STATES = (
    "final", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n",
    "needs-review-translation", "needs-translation", "new", "signed-off", "translated",
)  # fmt: skip
XML = "{http://www.w3.org/XML/1998/namespace}"


def problems_of(content: bytes) -> list[str]:
    root = etree.fromstring(content)
    return sorted([*_of_elements(root), *_of_values(root)])


def _of_elements(root: Any) -> Iterator[str]:
    for element in root.iter():
        name = etree.QName(element)
        if name.namespace != NAMESPACE or name.localname not in ALLOWED:
            yield f"{element.tag} is not known"
            continue
        needed, others, children = ALLOWED[name.localname]
        said = {attribute.replace(XML, "xml:") for attribute in element.attrib}
        if not needed <= said <= needed | others:
            yield f"{name.localname} has {sorted(said)}"
        inside = [etree.QName(child).localname for child in element]
        if inside != sorted(inside, key=children.index):
            yield f"{name.localname} holds {inside}"


def _of_values(root: Any) -> Iterator[str]:
    for file in root.iter(f"{{{NAMESPACE}}}file"):
        ids = Counter(unit.get("id") for unit in file.iter(f"{{{NAMESPACE}}}trans-unit"))
        yield from (f"{each} comes twice" for each, number in ids.items() if number > 1)
        if (file.get("source-language"), file.get("target-language")) != ("en", "zh-Hans"):
            yield "the languages are others"
    for target in root.iter(f"{{{NAMESPACE}}}target"):
        if target.get("state") not in STATES:
            yield f"{target.get('state')} is no state"
