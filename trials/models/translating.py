"""How far the Chinese of each trial has come, and the batches in which trials are given to people."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from trials.models.trial_page import TrialPage


class TranslationProgress(models.Model):
    """One row per trial, written with each version of its page: how many texts are in which state."""

    COUNTS: ClassVar[tuple[str, ...]] = ("texts", "done", "missing", "stale", "blocking", "advisory")

    page = models.OneToOneField(
        TrialPage, on_delete=models.CASCADE, related_name="progress", verbose_name=_("page")
    )
    texts = models.PositiveIntegerField(_("texts"), default=0)
    done = models.PositiveIntegerField(_("translated"), default=0)
    missing = models.PositiveIntegerField(_("without Chinese"), default=0)
    stale = models.PositiveIntegerField(_("out of date"), default=0)
    blocking = models.PositiveIntegerField(_("to be mended"), default=0)
    advisory = models.PositiveIntegerField(_("hints"), default=0)

    class Meta:
        verbose_name = _("progress of a translation")
        verbose_name_plural = _("progress of translations")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.done}/{self.texts}"


class Batch(models.Model):
    """Trials given to one person to translate by a day."""

    name = models.CharField(_("name"), max_length=200)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("assigned to"),
    )
    due = models.DateField(_("due"), null=True, blank=True)
    trials = models.ManyToManyField(TrialPage, blank=True, related_name="batches", verbose_name=_("trials"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("batch")
        verbose_name_plural = _("batches")
        ordering = ["closed_at", "due", "pk"]

    def __str__(self) -> str:
        return self.name
