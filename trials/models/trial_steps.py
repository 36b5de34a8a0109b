"""The two lists of steps on a trial page: what taking part involves, and how to participate."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from trials.models.keyed_rows import TranslatedRow


class StepRow(TranslatedRow):
    WORDS = ("time", "text")

    time = models.CharField(
        _("when or how long"),
        max_length=200,
        blank=True,
        help_text=_("For example “Day 1” or “about 2 hours”."),
    )
    text = models.TextField(_("what happens"), blank=True)

    class Meta(TranslatedRow.Meta):
        abstract = True
        verbose_name = _("step")
        verbose_name_plural = _("steps")

    def __str__(self) -> str:
        return f"{self.key} {self.text_en[:60]}"


class TakingPartStep(StepRow):
    """A step of what taking part involves."""

    page = ParentalKey("trials.TrialPage", on_delete=models.CASCADE, related_name="taking_part")

    class Meta(StepRow.Meta):
        pass

    def key_prefix(self) -> str:
        return "t"


class ParticipationStep(StepRow):
    """A step of how to participate."""

    page = ParentalKey("trials.TrialPage", on_delete=models.CASCADE, related_name="how_to_participate")

    class Meta(StepRow.Meta):
        pass

    def key_prefix(self) -> str:
        return "h"
