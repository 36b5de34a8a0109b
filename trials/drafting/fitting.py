"""Registry texts cut to what a column holds; PostgreSQL refuses a longer one, SQLite would store it."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

ELLIPSIS = "…"
SHOWN = 80


def fitting(model: type[models.Model], columns: Mapping[str, Any], cut: list[str]) -> dict[str, Any]:
    """The columns with each over-long text cut, and a sentence added to `cut` for each that was."""
    fitted = dict(columns)
    for name, value in columns.items():
        longest = model._meta.get_field(name).max_length if isinstance(value, str) else None
        if longest and len(value) > longest:
            fitted[name] = value[: longest - len(ELLIPSIS)] + ELLIPSIS
            cut.append(
                _("%(field)s: longer than the %(longest)d characters kept here; it was cut: “%(text)s”")
                % {"field": called(model, name), "longest": longest, "text": shown(value)}
            )
    return fitted


def called(model: type[models.Model], column: str) -> str:
    """What a column is called in a sentence, without the language its name ends in."""
    return str(model._meta.get_field(column.removesuffix("_en").removesuffix("_zh_hans")).verbose_name)


def shown(value: Any) -> str:
    """A value short enough to stand in a sentence."""
    text = " ".join(str(value).split())
    return text if len(text) <= SHOWN else text[:SHOWN] + ELLIPSIS
