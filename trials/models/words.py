"""The texts of a trial page, in the order a reader meets them; each has an English and a Chinese column.

Plain text: a blank line makes a paragraph, "- " at the start of a line a list item.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TrialWords(models.Model):
    WORDS = (
        "headline",
        "official_title",
        "summary",
        "key_points",
        "what_it_studies",
        "good_fit",
        "not_a_fit",
        "potential_benefit",
        "possible_harms",
        "not_known",
        "similar_studies",
        "costs",
        "rights",
        "seo_description",
        "why_stopped",
    )

    headline = models.TextField(_("headline"), blank=True)
    official_title = models.TextField(_("official title"), blank=True)
    summary = models.TextField(_("one-line summary"), blank=True)
    key_points = models.TextField(_("key points"), blank=True)
    what_it_studies = models.TextField(_("what this trial studies"), blank=True)
    good_fit = models.TextField(_("good fit"), blank=True)
    not_a_fit = models.TextField(_("not a fit"), blank=True)
    potential_benefit = models.TextField(_("potential benefit"), blank=True)
    possible_harms = models.TextField(_("possible harms"), blank=True)
    not_known = models.TextField(_("what is not known"), blank=True)
    similar_studies = models.TextField(_("how similar studies have performed"), blank=True)
    costs = models.TextField(_("costs and payments"), blank=True)
    rights = models.TextField(_("your choice and your rights"), blank=True)
    seo_description = models.TextField(_("description for search engines"), blank=True)
    translated_from = models.JSONField(default=dict, blank=True, editable=False)
    """The English each Chinese text was made from: {"headline": "…"}."""
    made_by = models.JSONField(default=dict, blank=True, editable=False)
    """Who worded the Chinese where no person did: {"headline": "machine"} or "memory"."""
    as_typed = models.JSONField(default=dict, blank=True, editable=False)
    """Chinese that stays as typed although its typography was put right once: {"headline": "…"}."""
    foreign_words = models.TextField(
        _("names that stay foreign"),
        blank=True,
        help_text=_("One on each line: names that stand in the other language on purpose."),
    )
    asked_about = models.JSONField(default=list, blank=True, editable=False)
    """Places about which readers are told that the sponsor was asked: ["criteria.i3.text"]."""

    class Meta:
        abstract = True
