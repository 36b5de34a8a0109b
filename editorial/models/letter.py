from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Letter(models.Model):
    """A mail to one person, kept here until the mail server has taken it."""

    class Kind(models.TextChoices):
        DIGEST = "digest", _("what waits for you today")
        CHANGES = "changes", _("changes requested")
        WITHDRAWN = "withdrawn", _("page withdrawn")
        NOTICE = "notice", _("urgent notice")
        ESCALATION = "escalation", _("urgent notice not confirmed")

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("person")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"))
    page = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("page")
    )
    day = models.DateField(_("day"), null=True)
    """The day a digest is for; null for what goes out at once."""
    made_at = models.DateTimeField(_("written at"))
    sent_at = models.DateTimeField(_("sent at"), null=True)
    tries = models.PositiveIntegerField(_("tries"), default=0)
    last_error = models.TextField(_("last error"), blank=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "day"], name="one_digest_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.subject}"
