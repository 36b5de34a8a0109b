"""The PDF for the doctor: a card on the first page, then every criterion with boxes to tick."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from editorial.showing import Showing
from trials.site import sentences
from trials.site.criteria import Group, Item
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


@dataclass(frozen=True)
class Table:
    heading: str
    rows: tuple[Row, ...]


def pdf_order(showing: Showing) -> Order:
    """The order for the press, in the active language, which is that of `showing`."""
    context = {"card_here": mark_safe(CARD_HERE), **words_of(showing)}
    context["groups"] = [Table(each.heading, tuple(_rows(each.items))) for each in context["t"].criteria]
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


def _rows(items: tuple[Item, ...], level: int = 1) -> Iterator[Row]:
    for item in items:
        yield Row(item, level)
        yield from _rows(item.items, level + 1)
