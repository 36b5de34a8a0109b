from django.db import models
from django.utils.translation import gettext_lazy as _


class WithoutRaw(models.Manager):
    """Leaves `raw` for when it is asked for: a megabyte in a large study, read with every draft otherwise."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().defer("raw")


class RegistrySnapshot(models.Model):
    """A registry record kept as it was received, so that every fact can be traced to its source."""

    registry = models.CharField(_("registry"), max_length=20)
    trial_id = models.CharField(_("trial id"), max_length=32)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    raw = models.TextField(_("record"))
    """The study as canonical JSON text (`TrialRecord.raw`)."""
    processed_on = models.CharField(_("processed by the registry on"), max_length=10, blank=True)
    received_at = models.DateTimeField(_("received at"))

    objects = WithoutRaw()

    class Meta:
        verbose_name = _("registry record")
        verbose_name_plural = _("registry records")
        base_manager_name = "objects"
        ordering = ["trial_id", "-received_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["trial_id", "sha256"], name="one_snapshot_per_record"),
        ]

    def __str__(self) -> str:
        return f"{self.trial_id} {self.processed_on or self.received_at.date()}"
