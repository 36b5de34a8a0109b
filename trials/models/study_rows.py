"""Rows of facts of a study: interventions, conditions, collaborators, contacts.

Shared names are SET_NULL: Wagtail rebuilds a draft from a revision that may name a row deleted since,
and its rebuilding knows no protected key.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey

from trials.models.keyed_rows import KeyedRow, Row, TranslatedRow
from trials.models.vocabulary import Condition, Organisation


class InterventionRow(TranslatedRow):
    WORDS = ("name",)

    page = ParentalKey("trials.TrialPage", on_delete=models.CASCADE, related_name="interventions")
    type = models.CharField(_("type"), max_length=64, blank=True)
    name = models.CharField(pgettext_lazy("thing", "name"), max_length=500, blank=True)

    class Meta(TranslatedRow.Meta):
        verbose_name = _("intervention")
        verbose_name_plural = _("interventions")

    def __str__(self) -> str:
        return self.name_en

    def key_prefix(self) -> str:
        return "v"


class ConditionRow(Row):
    page = ParentalKey("trials.TrialPage", on_delete=models.CASCADE, related_name="condition_rows")
    condition = models.ForeignKey(
        Condition, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("condition")
    )

    class Meta(Row.Meta):
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")

    def __str__(self) -> str:
        return str(self.condition or "")


class CollaboratorRow(Row):
    page = ParentalKey("trials.TrialPage", on_delete=models.CASCADE, related_name="collaborator_rows")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("organisation")
    )

    class Meta(Row.Meta):
        verbose_name = _("collaborator")
        verbose_name_plural = _("collaborators")

    def __str__(self) -> str:
        return str(self.organisation or "")


class ContactRow(KeyedRow):
    """A telephone editors vouch for, of a role and never of a private person.

    What the registry gives for its sites, hundreds in a large study, stands with them in `TrialPage.sites`.
    """

    page = ParentalKey("trials.TrialPage", on_delete=models.CASCADE, related_name="contacts")
    site = models.CharField(
        _("site"), max_length=32, blank=True, help_text=_("Empty: a contact for the whole trial.")
    )
    role = models.CharField(_("role"), max_length=64, blank=True)
    telephone = models.CharField(_("telephone"), max_length=60, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    class Meta(KeyedRow.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return f"{self.role} {self.telephone}".strip()

    def key_prefix(self) -> str:
        return "c"
