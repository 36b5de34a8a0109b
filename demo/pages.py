"""Trial pages as the team writes them: drafted from the registry, then in English, then in Chinese."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from demo import texts
from demo.names import name_in_chinese
from demo.site import ensure_disclaimer
from demo.writing import backdate, newest, save
from editorial.content import CHINESE, ENGLISH
from editorial.models import EditorQuery
from editorial.queries import ask, tell_readers
from trials.building import in_order
from trials.drafting import draft_trial
from trials.keys import KEYED, give_keys
from trials.labels import WhoCanTell
from trials.models import InterventionRow, ParticipationStep, TakingPartStep, TrialIndexPage, TrialPage
from trials.translating.pins import pin

SEED = "NCT06279026"
STEPS = {"taking_part": TakingPartStep, "how_to_participate": ParticipationStep}
AN_HOUR = timedelta(hours=1)


def write_seed_trial(
    *, author: Any, translator: Any, parent: TrialIndexPage, at: datetime | None = None
) -> TrialPage:
    """The seed trial complete in both languages and not submitted; makes the disclaimer if there is none."""
    at = at or timezone.now()
    ensure_disclaimer(by=author)
    return write_trial(SEED, author=author, translator=translator, parent=parent, at=at)


def write_trial(
    trial_id: str, *, author: Any, translator: Any, parent: TrialIndexPage, at: datetime
) -> TrialPage:
    """A trial in as much English and Chinese as its texts have; `at` is when the Chinese was done."""
    text = texts.trial_text(trial_id)
    page = draft(trial_id, author=author, parent=parent, at=at - 2 * AN_HOUR)
    _write_english(newest(page), text, by=author, at=at - AN_HOUR)
    name_in_chinese(text.get("names", {}), by=translator, at=at)
    _write_chinese(newest(page), text, by=translator, at=at)
    return newest(page)


def draft(trial_id: str, *, author: Any, parent: TrialIndexPage, at: datetime) -> TrialPage:
    """The draft that the import makes of a registry record, and nothing more."""
    page = draft_trial(texts.record(trial_id), parent=parent, user=author, now=at).page
    backdate(page, page.latest_revision, at)
    return page


def _write_english(page: TrialPage, text: Mapping[str, Any], *, by: Any, at: datetime) -> None:
    for name, words in text["words"].items():
        setattr(page, f"{name}_en", words["en"])
    page.interventions = _interventions(page, text["interventions"])
    for name, model in STEPS.items():
        steps = text.get(name, ())
        setattr(page, name, [_step(model, step, number) for number, step in enumerate(steps)])
    for site in page.sites:
        site["facility"] = text.get("facilities", {}).get(site["facility"], site["facility"])
    # The records come from a public copy that has zeros in place of telephone numbers.
    page.contacts = [row for row in page.contacts.all() if set(row.telephone) & set("123456789")]
    give_keys(page)
    _mark(page, text.get("marks", {}))
    save(page, by=by, at=at)
    for query in text.get("queries", ()):
        ask(page, by=by, place=query["place"], question=query["text"], now=at)


def _mark(page: TrialPage, marks: Mapping[str, list[str]]) -> None:
    """Who can tell each criterion, and whether it is sensitive or decisive, by its key."""
    for row in page.criteria.all():
        told = set(marks.get(row.key, ()))
        row.sensitive, row.decisive = "sensitive" in told, "decisive" in told
        row.who_can_tell = next(iter(told & set(WhoCanTell.values)), "")


def _interventions(page: TrialPage, wanted: list[dict[str, Any]]) -> list[InterventionRow]:
    standing = {row.name_en: row for row in page.interventions.all()}
    rows = []
    for number, each in enumerate(wanted):
        name = each["name"]["en"]
        row = standing.get(name) or InterventionRow(type=each["type"], name_en=name)
        row.sort_order = number
        rows.append(row)
    return rows


def _step(model: type[Any], step: Mapping[str, Any], number: int) -> Any:
    return model(time_en=step.get("time", {}).get("en", ""), text_en=step["text"]["en"], sort_order=number)


def _write_chinese(page: TrialPage, text: Mapping[str, Any], *, by: Any, at: datetime) -> None:
    _put(page, text["words"])
    for name in ("interventions", *STEPS):
        for row, words in zip(in_order(getattr(page, name)), text.get(name, ()), strict=True):
            _put(row, words)
    for row, chinese in zip(in_order(page.criteria), text["criteria"], strict=bool(text["criteria"])):
        row.text_zh_hans = chinese
    for holder in (page, *(row for name in KEYED for row in getattr(page, name).all())):
        if hasattr(holder, "translated_from"):
            pin(holder)
    save(page, by=by, at=at)


def replace(
    page: TrialPage, place: str, old: Mapping[str, str], new: Mapping[str, str], *, by: Any, at: datetime
) -> None:
    """Say one part of a text otherwise, in both of its languages."""
    for column, lang in (("en", ENGLISH), ("zh_hans", CHINESE)):
        name = f"{place}_{column}"
        setattr(page, name, getattr(page, name).replace(old[lang], new[lang]))
    pin(page)
    save(page, by=by, at=at)


def tell_of_queries(page: TrialPage, *, by: Any, at: datetime) -> None:
    """Tell readers of the queries whose texts say so."""
    told = {query["place"] for query in texts.trial_text(page.trial_id)["queries"] if query.get("readers")}
    for query in EditorQuery.objects.filter(page_id=page.pk, place__in=told):
        revision = tell_readers(query, by=by, on=True, now=at)
        backdate(newest(page), revision, at)


def leave_half_translated(page: TrialPage, *, author: Any, translator: Any, at: datetime) -> None:
    """One Chinese text came from a machine, one name stays; then the English of a criterion is reworded."""
    text = texts.trial_text(page.trial_id)
    page.made_by, page.foreign_words = text["made_by"], "\n".join(text["foreign_words"])
    save(page, by=translator, at=at - AN_HOUR)
    changed, reworded = newest(page), text["reworded"]
    for row in changed.criteria.all():
        if row.key == reworded["key"]:
            row.source, row.text_en = "editors", reworded[ENGLISH]
    save(changed, by=author, at=at)


def _put(holder: Any, words: Mapping[str, Any]) -> None:
    for name in holder.WORDS:
        if name in words:
            setattr(holder, f"{name}_zh_hans", words[name].get("zh-hans", ""))
