from django.db import models
from django.utils.translation import gettext_lazy as _

from trials.models.trial_page import TrialPage


class MemoryUnit(models.Model):
    """An English text or sentence and its Chinese, as an edition in force says them."""

    page = models.ForeignKey(
        TrialPage, on_delete=models.CASCADE, related_name="memory_units", verbose_name=_("page")
    )
    place = models.CharField(_("place"), max_length=120)
    english = models.TextField(_("English"))
    chinese = models.TextField(_("Chinese"))

    class Meta:
        verbose_name = _("unit of the translation memory")
        verbose_name_plural = _("translation memory")
        ordering = ["page_id", "pk"]

    def __str__(self) -> str:
        return self.english[:60]
