"""The facts of a trial, as codes and numbers the way its registry writes them.

Registry codes carry no `choices`: one the registry invents tomorrow must neither refuse a record nor
keep an editor from saving. The editing screen offers the known ones.
"""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from trials.labels import AgeUnit, FactKind
from trials.models.vocabulary import Organisation

CODE = {"max_length": 64, "blank": True}
KIND = {"max_length": 10, "blank": True, "choices": FactKind.choices}
UNIT = {"max_length": 10, "blank": True, "choices": AgeUnit.choices}
DAY_OR_MONTH = {
    "max_length": 10,
    "blank": True,
    "validators": [
        RegexValidator(
            r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\Z",
            _("Write the date as 2026-05-31, or 2026-05 where the registry gives no day."),
        )
    ],
}


class TrialFacts(models.Model):
    study_type = models.CharField(_("study type"), **CODE)
    phases = models.JSONField(_("phases"), default=list, blank=True)
    """Registry codes, in the registry's order; empty where it names none."""
    status = models.CharField(_("recruitment status"), **CODE)
    status_date = models.CharField(_("status last updated on"), **DAY_OR_MONTH)
    why_stopped = models.TextField(_("why it stopped"), blank=True)
    enrolment = models.PositiveIntegerField(_("number of participants"), null=True, blank=True)
    enrolment_kind = models.CharField(_("number is"), **KIND)
    minimum_age = models.PositiveSmallIntegerField(_("youngest age"), null=True, blank=True)
    minimum_age_unit = models.CharField(_("unit"), **UNIT)
    maximum_age = models.PositiveSmallIntegerField(_("oldest age"), null=True, blank=True)
    maximum_age_unit = models.CharField(_("unit"), **UNIT)
    sex = models.CharField(_("sex"), **CODE)
    healthy_volunteers = models.BooleanField(_("healthy volunteers"), null=True, blank=True)
    start_date = models.CharField(_("start"), **DAY_OR_MONTH)
    start_date_kind = models.CharField(_("date is"), **KIND)
    primary_completion_date = models.CharField(_("main results expected"), **DAY_OR_MONTH)
    primary_completion_date_kind = models.CharField(_("date is"), **KIND)
    completion_date = models.CharField(_("completion"), **DAY_OR_MONTH)
    completion_date_kind = models.CharField(_("date is"), **KIND)
    ethics_approval = models.CharField(_("ethics approval number"), max_length=200, blank=True)
    ethics_version = models.CharField(
        _("version of the approved material"), max_length=60, blank=True, default=""
    )
    ethics_date = models.CharField(_("date of the ethics approval"), default="", **DAY_OR_MONTH)
    sponsor = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("sponsor"),
    )
    sites = models.JSONField(_("sites"), default=list, blank=True, editable=False)
    """A list of `trials.registry.records.Site` as dicts, plus "contacts": [{"role", "telephone"}].

    Not rows: a study of 1,148 sites would cost 2,396 queries a publication. Edited on a screen of their own.
    """
    criteria_understood = models.BooleanField(default=True, editable=False)
    """False when the criteria are the registry's text kept whole because it has no structure."""

    class Meta:
        abstract = True
