from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import Edition


class PublishedTrial(models.Model):
    """One row per trial edition in force, for listing and search; written with the edition, never by hand."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    page = models.OneToOneField("trials.TrialPage", on_delete=models.CASCADE, related_name="published")
    trial_id = models.CharField(_("trial id"), max_length=32, unique=True)
    path = models.CharField(_("path"), max_length=255)
    languages = models.CharField(_("languages"), max_length=40)
    headline_en = models.TextField(blank=True)
    headline_zh_hans = models.TextField(blank=True)
    summary_en = models.TextField(blank=True)
    summary_zh_hans = models.TextField(blank=True)
    conditions_en = models.TextField(blank=True)
    conditions_zh_hans = models.TextField(blank=True)
    place_en = models.TextField(blank=True)
    place_zh_hans = models.TextField(blank=True)
    sites = models.PositiveIntegerField(default=0)
    status = models.CharField(max_length=64, blank=True)
    status_date = models.CharField(max_length=10, blank=True)
    completion_date = models.CharField(max_length=10, blank=True)
    phases = models.CharField(max_length=200, blank=True)
    """Registry codes with a comma between, in the edition's order."""
    sex = models.CharField(max_length=64, blank=True)
    healthy_volunteers = models.BooleanField(null=True)
    minimum_age_days = models.PositiveIntegerField(null=True)
    maximum_age_days = models.PositiveIntegerField(null=True)
    last_reviewed = models.DateField(null=True)
    review_due = models.DateField(null=True)

    class Meta:
        verbose_name = _("published trial")
        verbose_name_plural = _("published trials")
        ordering = ["trial_id"]

    def __str__(self) -> str:
        return self.trial_id
