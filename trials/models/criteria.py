from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey

from trials.labels import CriterionGroup, CriterionSource, WhoCanTell
from trials.models.keyed_rows import TRANSLATING, TranslatedRow


class CriterionRow(TranslatedRow):
    """One criterion in both languages, beside the registry's own words for it."""

    LEVELS = ((1, _("1 – criterion")), (2, _("2 – part of a criterion")), (3, _("3 – part of a part")))
    UNSEEN = ("registry_text", *TRANSLATING)
    WORDS = ("text", "note")

    page = ParentalKey("trials.TrialPage", on_delete=models.CASCADE, related_name="criteria")
    group = models.CharField(
        _("group"), max_length=10, choices=CriterionGroup.choices, default=CriterionGroup.INCLUSION
    )
    level = models.PositiveSmallIntegerField(_("level"), choices=LEVELS, default=1)
    ordered = models.BooleanField(_("numbered in the registry"), default=False)
    source = models.CharField(
        pgettext_lazy("criterion", "wording"),
        max_length=10,
        choices=CriterionSource.choices,
        default=CriterionSource.EDITORS,
    )
    text = models.TextField(_("text"), blank=True)
    note = models.TextField(
        _("editors’ note"), blank=True, help_text=_("Shown to readers under the registry’s wording.")
    )
    official_url = models.URLField(_("address of the official Chinese"), max_length=500, blank=True)
    who_can_tell = models.CharField(
        _("who can tell"), max_length=8, choices=WhoCanTell.choices, blank=True, default=""
    )
    sensitive = models.BooleanField(
        _("sensitive"), default=False, help_text=_("Never asked in the self-check.")
    )
    decisive = models.BooleanField(
        _("decisive"), default=False, help_text=_("Stands on the one-page card for the doctor.")
    )
    registry_text = models.TextField(_("registry’s wording"), blank=True, editable=False)

    class Meta(TranslatedRow.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")

    def __str__(self) -> str:
        return f"{self.key} {self.text_en[:60]}"

    def key_prefix(self) -> str:
        return {"inclusion": "i", "exclusion": "e"}.get(self.group, "o")
