"""How far both languages of a trial page have come: counted with each version, shown in lists of trials."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from editorial.findings import Finding
from editorial.models import SiteSettings
from trials import writing
from trials.checks.completeness import REQUIRED
from trials.checks.harm import most_harmful_first

AT_ONCE = 50
"""Pages without a count that a listing counts while it is opened; `rebuild_published` counts all."""


@dataclass(frozen=True)
class Counts:
    """`texts` are those with English, and each is done, missing or stale; `wanted` also those without."""

    texts: int
    done: int
    missing: int
    stale: int
    blocking: int
    advisory: int
    wanted: int

    @property
    def english(self) -> str:
        return _("English %(done)d of %(texts)d") % {"done": self.texts, "texts": self.wanted}

    @property
    def chinese(self) -> str:
        """ "Chinese 20 of 24, 2 out of date, 2 missing"."""
        done = _("Chinese %(done)d of %(texts)d") % {"done": self.done, "texts": self.texts}
        stale = ngettext("%(number)d out of date", "%(number)d out of date", self.stale)
        missing = ngettext("%(number)d missing", "%(number)d missing", self.missing)
        told = [stale % {"number": self.stale}] if self.stale else []
        told += [missing % {"number": self.missing}] if self.missing else []
        return pgettext("between names", ", ").join([done, *told])

    @property
    def findings(self) -> str:
        """ "3 things to mend, 2 hints", or that there is nothing."""
        blocking = ngettext("%(number)d thing to mend", "%(number)d things to mend", self.blocking)
        advisory = ngettext("%(number)d hint", "%(number)d hints", self.advisory)
        told = [blocking % {"number": self.blocking}] if self.blocking else []
        told += [advisory % {"number": self.advisory}] if self.advisory else []
        return pgettext("between names", ", ").join(told) or _("nothing to mend")


def progress_of(page: Any, findings: Iterable[Finding] | None = None) -> Counts:
    """Count the texts of a page as it stands in memory; `findings` where the caller knows them already."""
    from trials.translating.staleness import stale_texts

    found = findings_of(page) if findings is None else list(findings)
    said = list(_said(page))
    english = [place for place, en, _zh in said if en]
    chinese = {place for place, _en, zh in said if zh}
    stale = stale_texts(page).keys() & chinese & set(english)
    missing = [place for place in english if place not in chinese]
    blocking = sum(finding.blocks for finding in found)
    return Counts(
        texts=len(english),
        done=len(english) - len(missing) - len(stale),
        missing=len(missing),
        stale=len(stale),
        blocking=blocking,
        advisory=len(found) - blocking,
        wanted=len({*english, *chinese, *(name for name in REQUIRED if name in page.WORDS)}),
    )


def findings_of(page: Any) -> list[Finding]:
    """What the checks say of a page as it stands in memory, and what the site demands; blocking first."""
    content = page.build_content()
    found = [*page.findings(content), *page.demands(content, SiteSettings.of_site())]
    return most_harmful_first(found)


def note_progress(page: Any) -> None:
    """Write the row that lists of trials read."""
    from trials.models import TranslationProgress

    counts = {name: number for name, number in asdict(progress_of(page)).items() if name != "wanted"}
    # One statement, so that two saves at one moment cannot meet.
    TranslationProgress.objects.bulk_create(
        [TranslationProgress(page_id=page.pk, **counts)],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=TranslationProgress.COUNTS,
    )


def forget(page_ids: Iterable[int]) -> None:
    """Let pages be counted anew by the next list: what is found on them changed without a version."""
    from trials.models import TranslationProgress

    TranslationProgress.objects.filter(page__in=list(page_ids)).delete()


def count_again(*, only_uncounted: bool = False, limit: int | None = None) -> int:
    """Write the rows of pages whose drafts were saved by an earlier release; how many were written."""
    from trials.models import TrialPage

    pages = TrialPage.objects.order_by("pk")
    if only_uncounted:
        pages = pages.filter(progress=None)
    counted = 0
    for page in pages[:limit]:
        note_progress(page.get_latest_revision_as_object())
        counted += 1
    return counted


def _said(page: Any) -> Iterator[tuple[str, str, str]]:
    """Each text of the page's own: its place, its English, its Chinese."""
    for place, holder, name in writing.texts_of(page):
        yield place, getattr(holder, f"{name}_en").strip(), getattr(holder, f"{name}_zh_hans").strip()
