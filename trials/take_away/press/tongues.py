"""Says in the tags of a PDF which language each part is in; WeasyPrint says it of the document alone."""

from collections.abc import Callable, Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags


def tag_languages() -> None:
    """Let every tagged element whose HTML has a `lang` keep it, for voices that read the PDF aloud."""
    tags._build_box_tree = _with_language(tags._build_box_tree)


def _with_language(build: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def built(box: Any, *rest: Any) -> Iterator[Any]:
        lang = "" if box.element is None else box.element.get("lang", "")
        for element in build(box, *rest):
            # The root hands on what stands in it, and that has said its own language already.
            if lang and "Lang" not in element:
                element["Lang"] = pydyf.String(lang)
            yield element

    return built
