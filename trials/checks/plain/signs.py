"""Signs that reading aloud would drop: page-design rule “no comparator and no exponent is lost”."""

import re
from functools import lru_cache

from trials.site.typeset import Lang, silent_losses
from trials.site.typeset.signs import SILENT

# 0.75×109/L is 0.75×10⁹/L whose raised 9 was lost when it was copied; 10 9/L likewise.
_FLATTENED = re.compile(
    r"[×xX*✕]\s?10(?:\s|\s?E)?[3-9](?:\s?[/／]\s?(?:L|l|升)|\s?(?:个|copies|cells|CFU|vg))"
)

_LANGS: dict[str, Lang] = {"en": "en", "zh-hans": "zh-hans"}


def lost_signs(text: str, lang: str) -> list[str]:
    """Expressions whose exponent was flattened in typing, and signs the typesetting gives no words for."""
    return list(_lost(text, lang))


# Typesetting is the dear part of all checks, and of a page's texts hardly one is new at each look.
@lru_cache(maxsize=2048)
def _lost(text: str, lang: str) -> tuple[str, ...]:
    flattened = [found.group() for found in _FLATTENED.finditer(text)]
    silent = silent_losses(text, _LANGS[lang]) if not SILENT.isdisjoint(text) else ()
    return tuple(dict.fromkeys([*flattened, *silent]))
