"""The PDF for the doctor: a card on the first page, then every criterion in both languages, to be ticked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from editorial.showing import Showing
from trials.site import sentences
from trials.site.criteria import Group, Item
from trials.site.languages import other_than
from trials.site.reading import TrialReading, read_trial
from trials.site.registry_facts import quick_facts
from trials.take_away.card import MOST_DECISIVE, beside, decisive
from trials.take_away.printing import Order
from trials.take_away.words import words_of

MOST_BYTES = 1_000_000
MOST_CONTACTS = 3
AGES_AND_SEX = slice(3, 5)
# Signed words are escaped, so none of them can say this.
CARD_HERE = "<!-- card -->"


@dataclass(frozen=True)
class Row:
    item: Item
    level: int
    other: Item | None
    """The same criterion in the other language; None where that language is withheld."""


@dataclass(frozen=True)
class Table:
    heading: str
    rows: tuple[Row, ...]


def pdf_order(showing: Showing) -> Order:
    """The order for the press, in the active language, which is that of `showing`."""
    other = _in_other_language(showing)
    context = {"card_here": mark_safe(CARD_HERE), "other": other, **words_of(showing)}
    context["groups"] = _tables(context["t"].criteria, other.criteria if other else ())
    head, rest = render_to_string("take_away/pdf.html", context).split(CARD_HERE)
    return Order(
        head=head,
        tries=tuple(_cards(context | _on_card(showing, context["t"].criteria))),
        rest=rest,
        picture=False,
        most_bytes=MOST_BYTES,
    )


def _in_other_language(showing: Showing) -> TrialReading | None:
    lang = other_than(showing.lang)
    if lang not in showing.content.languages:
        return None
    return read_trial(replace(showing, lang=lang), explains=False)


def _tables(groups: tuple[Group, ...], others: tuple[Group, ...]) -> list[Table]:
    there = {item.anchor: item for group in others for item, _level in _flat(group.items)}
    return [
        Table(
            group.heading,
            tuple(Row(item, level, there.get(item.anchor)) for item, level in _flat(group.items)),
        )
        for group in groups
    ]


def _on_card(showing: Showing, groups: tuple[Group, ...]) -> dict[str, Any]:
    content = showing.content
    chosen = decisive(content, groups)
    return {
        "beside": beside(showing),
        "chosen": chosen,
        "instead": () if chosen else quick_facts(content)[AGES_AND_SEX],
        "interventions": sentences.interventions_line(content),
        "trial_number": sentences.trial_id_line(content),
    }


def _cards(context: Mapping[str, Any]) -> Iterator[str]:
    """The card with every chosen criterion, in smaller type if need be, and with fewer where it must be."""
    chosen, contacts = context["chosen"], context["t"].contacts
    for shown in range(min(len(chosen), MOST_DECISIVE), -1, -1):
        # Without a single criterion one contact may have to do as well.
        for tight, most in ((False, MOST_CONTACTS), (True, MOST_CONTACTS if shown else 1)):
            on_it = {
                "tight": tight,
                "contacts": contacts[:most],
                "decisive": chosen[:shown],
                "more": len(chosen) - shown,
            }
            yield render_to_string("take_away/card.html", {**context, **on_it})


def _flat(items: tuple[Item, ...], level: int = 1) -> Iterator[tuple[Item, int]]:
    for item in items:
        yield item, level
        yield from _flat(item.items, level + 1)
