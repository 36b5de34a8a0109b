from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class EditorQuery(models.Model):
    """A question somebody of the office has about one text or row of a page, until it is answered."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        ANSWERED = "answered", _("answered")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="queries", verbose_name=_("page"))
    place = models.CharField(_("place"), max_length=120)
    """As in SignedContent.pairs ("criteria.i3.text")."""
    question = models.TextField(_("question"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"))
    status = models.CharField(_("state"), max_length=12, choices=Status.choices, default=Status.OPEN)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True)

    class Meta:
        verbose_name = _("editors’ query")
        verbose_name_plural = _("editors’ queries")
        ordering = ["asked_at", "pk"]

    def __str__(self) -> str:
        return f"{self.place}: {self.question[:60]}"
