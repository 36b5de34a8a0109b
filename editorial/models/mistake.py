from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.models.query import EditorQuery


class MistakeReport(models.Model):
    """What a reader says is wrong on a public page, until the office has answered."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        ANSWERED = "answered", _("answered")
        ASKED = "asked", _("turned into a query")

    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="mistake_reports", verbose_name=_("page")
    )
    edition = models.PositiveIntegerField(_("edition"))
    """Number of the edition the reader had before them."""
    lang = models.CharField(_("language"), max_length=10)
    item = models.CharField(_("item"), max_length=120, blank=True)
    """Anchor on the public page ("i3", "contacts"); "" for the page as a whole."""
    wrong = models.TextField(_("what is wrong"))
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    """What the reader left to be answered at; emptied after 90 days."""
    sender = models.CharField(max_length=64, blank=True, editable=False)
    """Keyed digest of the sender's network address and the day, for limits only; emptied with `contact`."""
    sent_at = models.DateTimeField(_("sent at"), db_index=True)
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
    query = models.ForeignKey(
        EditorQuery, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("query")
    )
    forgotten_at = models.DateTimeField(_("personal data deleted at"), null=True)

    class Meta:
        verbose_name = _("report of a mistake")
        verbose_name_plural = _("reports of mistakes")
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.item}: {self.wrong[:60]}"
