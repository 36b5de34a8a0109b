from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.bilingual import BilingualModel


class Passage(BilingualModel):
    """A text in both languages that many pages say alike: what CAR-T is, phase 1, rights, how to join."""

    WORDS = ("text",)

    name = models.CharField(_("name"), max_length=200, unique=True)
    text = models.TextField(_("text"))
    source_title = models.CharField(_("source"), max_length=300, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("approved passage")
        verbose_name_plural = _("approved passages")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PassageApproval(models.Model):
    """Somebody who did not write it found this wording of a passage right; the words as they were then."""

    # PROTECT: who wrote the words is an author of pages that repeat them only while the passage is there.
    passage = models.ForeignKey(
        Passage, on_delete=models.PROTECT, related_name="approvals", verbose_name=_("approved passage")
    )
    text_en = models.TextField(_("English"))
    text_zh_hans = models.TextField(_("Chinese"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("approved by")
    )
    approved_at = models.DateTimeField(_("approved at"))

    class Meta:
        verbose_name = _("approval of a passage")
        verbose_name_plural = _("approvals of passages")
        ordering = ["approved_at", "pk"]

    def __str__(self) -> str:
        return f"{self.passage_id}, {self.approved_at:%Y-%m-%d}"
