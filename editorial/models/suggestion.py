from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Suggestion(models.Model):
    """A wording somebody proposes for one text in one language; whoever accepts it becomes its author.

    The proposer writes nothing on the page, and may therefore still review or sign it.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        TAKEN_BACK = "taken-back", _("taken back")

    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="suggestions", verbose_name=_("page")
    )
    place = models.CharField(_("place"), max_length=120)
    """As in SignedContent.pairs ("criteria.i3.text")."""
    language = models.CharField(_("language"), max_length=10)
    original = models.TextField(_("text it was made for"), blank=True)
    wording = models.TextField(_("suggested text"))
    because = models.TextField(_("why"), blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("suggested by")
    )
    made_at = models.DateTimeField(_("suggested at"))
    status = models.CharField(_("state"), max_length=12, choices=Status.choices, default=Status.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    declined_because = models.TextField(_("why it was declined"), blank=True)

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.place} ({self.language}): {self.wording[:60]}"
