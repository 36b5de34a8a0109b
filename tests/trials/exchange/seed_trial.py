"""The seed trial as a draft: its texts and criteria in English, in Chinese too where asked for."""

from collections.abc import Iterator
from typing import Any

from editorial.content import Words
from tests.site.seed import seed_content
from tests.trials.factories import make_trial
from trials.keys import give_keys
from trials.models import CriterionRow, TrialPage
from trials.translating.pins import pin

COMPARATORS = "<>≤≥"
SEED = seed_content()


def make_seed_trial(*, owner: Any = None, chinese: bool = False, **fields: Any) -> TrialPage:
    """Saved as a draft by `owner`."""
    page = make_trial(owner=owner, trial_id=SEED.trial_id, **fields).get_latest_revision_as_object()
    for name in page.WORDS:
        words = getattr(SEED, name, Words("", ""))
        setattr(page, f"{name}_en", words.en)
        setattr(page, f"{name}_zh_hans", words.zh_hans if chinese else "")
    page.criteria = list(_rows(chinese))
    give_keys(page)
    for holder in (page, *page.criteria.all()):
        pin(holder)
    page.save(clean=False)
    page.save_revision(user=owner, clean=False)
    return TrialPage.objects.get(pk=page.pk)


def seed_pairs() -> list[Words]:
    """Every English text of the seed trial and its Chinese, as its drafts hold them."""
    texts = [getattr(SEED, name) for name in TrialPage.WORDS if hasattr(SEED, name)]
    return [words for words in (*texts, *(row.text for row in SEED.criteria)) if words.en]


def comparators_in(text: str) -> list[str]:
    return [sign for sign in text if sign in COMPARATORS]


def _rows(chinese: bool) -> Iterator[CriterionRow]:
    for row in SEED.criteria:
        yield CriterionRow(
            group=row.group,
            level=row.level,
            ordered=row.ordered,
            source=row.source,
            text_en=row.text.en,
            text_zh_hans=row.text.zh_hans if chinese else "",
            registry_text=row.text.en,
        )
