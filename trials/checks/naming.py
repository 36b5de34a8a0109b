"""What the places of a trial's content are called in a sentence to an editor."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FIELDS: Mapping[str, Promise] = {
    "headline": gettext_lazy("headline"),
    "official_title": gettext_lazy("official title"),
    "summary": gettext_lazy("one-line summary"),
    "key_points": gettext_lazy("key points"),
    "what_it_studies": gettext_lazy("what this trial studies"),
    "good_fit": gettext_lazy("good fit"),
    "not_a_fit": gettext_lazy("not a fit"),
    "taking_part": gettext_lazy("what taking part involves"),
    "potential_benefit": gettext_lazy("potential benefit"),
    "possible_harms": gettext_lazy("possible harms"),
    "not_known": gettext_lazy("what is not known"),
    "similar_studies": gettext_lazy("how similar studies have performed"),
    "costs": gettext_lazy("costs and payments"),
    "rights": gettext_lazy("your choice and your rights"),
    "how_to_participate": gettext_lazy("how to participate"),
    "seo_description": gettext_lazy("description for search engines"),
    "criteria": gettext_lazy("criterion"),
    "conditions": gettext_lazy("condition"),
    "sponsor": gettext_lazy("sponsor"),
    "collaborators": gettext_lazy("collaborator"),
    "interventions": gettext_lazy("intervention"),
    "sources": gettext_lazy("source"),
    "sites": gettext_lazy("site"),
    "facts.why_stopped": gettext_lazy("why it stopped"),
    "disclaimer": gettext_lazy("disclaimer"),
}
ROWS: Mapping[str, Promise] = {
    "taking_part": gettext_lazy("step"),
    "how_to_participate": gettext_lazy("step"),
}
PARTS: Mapping[str, Promise] = {"time": gettext_lazy("when"), "note": gettext_lazy("editors’ note")}
"""Texts of a row beside the one it is called after."""


def split(place: str) -> tuple[str, str]:
    """The field and the place within it: "criteria.i3.text" is ("criteria", "i3.text")."""
    if place in FIELDS:
        return place, ""
    field, _dot, within = place.partition(".")
    return field, within


def called(place: str) -> str:
    """ "criterion i3" for "criteria.i3.text", "step t1: when" for "taking_part.t1.time".

    A place we have no name for speaks for itself.
    """
    field, within = split(place)
    row, dot, part = within.partition(".")
    if not dot:
        return str(FIELDS.get(field, field))
    if row.isdecimal():
        # Rows without a key are named by their number, which editors count from one.
        row = str(int(row) + 1)
    named = str(ROWS.get(field) or FIELDS.get(field) or field)
    name = _("%(field)s %(row)s") % {"field": named, "row": row}
    return _("%(place)s: %(part)s") % {"place": name, "part": PARTS[part]} if part in PARTS else name
