"""The long picture: what fits into a chat and can be read on a phone without opening anything."""

from django.template.loader import render_to_string

from editorial.showing import Showing
from trials.site import sentences
from trials.site.sharing import short_address
from trials.take_away.printing import Order
from trials.take_away.words import words_of

MOST_BYTES = 400_000
MOST_CONTACTS = 3
# What is said of the trial beside headline, status, place and contact; the last is left out first.
SECTIONS = ("summary", "glance", "fit")


def picture_order(showing: Showing) -> Order:
    """The order for the press, in the active language, which is that of `showing`."""
    words = dict(words_of(showing))
    words |= {
        "contacts": words["t"].contacts[:MOST_CONTACTS],
        "short": short_address(words["t"].trial_id),
        "trial_number": sentences.trial_id_line(showing.content),
    }
    kept = [SECTIONS[:most] for most in range(len(SECTIONS), -1, -1)]
    return Order(
        head="",
        tries=tuple(
            render_to_string(
                "take_away/picture.html", words | {"sections": sections, "cut": sections != SECTIONS}
            )
            for sections in kept
        ),
        rest="",
        picture=True,
        most_bytes=MOST_BYTES,
    )
