"""The PDF for the doctor: a card on the first page, then every criterion with boxes to tick."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from editorial.showing import Showing
from trials.site import sentences
from trials.site.criteria import Group, Item
from trials.site.languages import other_than
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
    other: str
    """The same criterion in the other language; "" where that one is withheld."""


@dataclass(frozen=True)
class Table:
    heading: str
    rows: tuple[Row, ...]


def pdf_order(showing: Showing) -> Order:
    """The order for the press, in the active language, which is that of `showing`."""
    context = {"card_here": mark_safe(CARD_HERE), **words_of(showing)}
    other = in_the_other_language(showing)
    groups = context["t"].criteria
    context["groups"] = [Table(each.heading, tuple(_rows(each.items, other))) for each in groups]
    context["beside"] = beside(showing)
    head, rest = render_to_string("take_away/pdf.html", context).split(CARD_HERE)
    return Order(
        head=head,
        tries=tuple(_cards(context | _on_card(showing, context["t"].criteria))),
        rest=rest,
        picture=False,
        most_bytes=MOST_BYTES,
    )


def _on_card(showing: Showing, groups: tuple[Group, ...]) -> dict[str, Any]:
    content = showing.content
    chosen = decisive(content, groups)
    return {
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


def in_the_other_language(showing: Showing) -> Mapping[str, str]:
    """Each criterion's words in the other language by its key; none where that language is withheld."""
    content, other = showing.content, other_than(showing.lang)
    if other not in content.languages:
        return {}
    return {row.key: row.text.in_language(other) for row in content.criteria}


def _rows(items: tuple[Item, ...], other: Mapping[str, str], level: int = 1) -> Iterator[Row]:
    for item in items:
        yield Row(item, level, other.get(item.anchor, ""))
        yield from _rows(item.items, other, level + 1)
