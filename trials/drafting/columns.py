"""Three-way merge of single values: what editors changed stays, the rest follows the registry."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from trials.drafting import names
from trials.drafting.draft import Draft
from trials.drafting.facts import TOGETHER
from trials.drafting.fitting import called, shown
from trials.tidy import tidy
from trials.translating.pins import hold

Columns = Mapping[str, Any]
UNSAID = frozenset({"criteria_understood"})


def merge_columns(page: Any, *, base: Draft, theirs: Draft) -> Iterator[str]:
    """Set columns and sponsor of the page in memory; yields a sentence per value of editors left alone."""
    for group in TOGETHER:
        merged = merge_group(page, group, base.columns, theirs.columns)
        yield from (sentence for sentence in merged if group[0] not in UNSAID)
    yield from _merge_sponsor(page, base.sponsor, theirs.sponsor)


def merge_group(holder: Any, group: Sequence[str], base: Columns, theirs: Columns) -> list[str]:
    """Set the columns of a page or row that say one thing; sentences about what was left alone."""
    ours = values(holder, group)
    former, newest = [base[name] for name in group], [theirs[name] for name in group]
    if newest in (former, ours):
        return []
    what = called_here(holder, group[0])
    if ours != former:
        return [kept_sentence(what, ours, newest)]
    for name in group:
        _set(holder, name, theirs[name])
    return [stale_sentence(what)] if any(_has_chinese(holder, name) for name in group) else []


def values(holder: Any, group: Sequence[str]) -> list[Any]:
    """The columns as they are compared: line ends and outer space do not make a text another one."""
    found = (getattr(holder, name) for name in group)
    return [tidy(value) if isinstance(value, str) else value for value in found]


def called_here(holder: Any, column: str) -> str:
    """What a column is called in a sentence, with its row."""
    field = called(type(holder), column)
    if isinstance(holder, Page):
        return field
    return _("%(row)s, %(field)s") % {"row": row_name(holder), "field": field}


def row_name(row: Any) -> str:
    """What a row is called in a sentence: "criterion i3"."""
    return f"{row._meta.verbose_name} {getattr(row, 'key', '')}".strip()


def kept_sentence(what: str, ours: Sequence[Any], newest: Sequence[Any]) -> str:
    return _("%(what)s: the editors’ “%(ours)s” was kept; the registry now says “%(registry)s”") % {
        "what": what,
        "ours": _said(ours),
        "registry": _said(newest),
    }


def stale_sentence(what: str) -> str:
    return _("%(what)s: the English now follows the registry; its Chinese was kept and needs a look") % {
        "what": what
    }


def _said(found: Sequence[Any]) -> str:
    told = (
        ", ".join(value) if isinstance(value, list) else str(value) for value in found if value is not None
    )
    return shown(" ".join(filter(None, told)))


def _set(holder: Any, name: str, value: Any) -> None:
    if _has_chinese(holder, name):
        hold(holder, name.removesuffix("_en"))
    setattr(holder, name, value)


def _has_chinese(holder: Any, name: str) -> bool:
    return name.endswith("_en") and bool(getattr(holder, f"{name.removesuffix('_en')}_zh_hans"))


def _merge_sponsor(page: Any, base: Columns | None, theirs: Columns | None) -> Iterator[str]:
    former, newest = _name(base), _name(theirs)
    ours = page.sponsor.name_en if page.sponsor else ""
    if newest.casefold() in (former.casefold(), ours.casefold()):
        return
    if ours.casefold() != former.casefold():
        yield kept_sentence(called(type(page), "sponsor"), [ours], [newest])
    else:
        page.sponsor = names.organisation(**theirs) if theirs else None


def _name(organisation: Columns | None) -> str:
    return organisation["name_en"] if organisation else ""
