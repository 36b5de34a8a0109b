"""Names that many pages share, in both languages: organisations, conditions, places."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.bilingual import BilingualModel


class Organisation(BilingualModel):
    """A sponsor or collaborator; the English name is the registry's."""

    name = models.CharField(pgettext_lazy("thing", "name"), max_length=300)
    agency_class = models.CharField(_("kind of organisation"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name_en", "pk"]

    def __str__(self) -> str:
        return self.name_en or self.name_zh_hans


class Condition(BilingualModel):
    """A disease or condition a trial is about; the English name is the registry's."""

    name = models.CharField(pgettext_lazy("thing", "name"), max_length=300)

    needs_medical_review = models.BooleanField(
        _("needs medical review"),
        default=False,
        help_text=_("Counts where the site’s settings ask for it by condition."),
    )

    class Meta:
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")
        ordering = ["name_en", "pk"]

    def __str__(self) -> str:
        return self.name_en or self.name_zh_hans


class Place(BilingualModel):
    """What a place of the registry is called: a hospital, a city, a region or a country.

    A city's name alone may mean two cities (Suzhou in Jiangsu 苏州, Suzhou in Anhui 宿州), so `within`
    holds the registry's region of a city or city of a facility; empty matches anywhere.
    """

    class Kind(models.TextChoices):
        FACILITY = "facility", _("Hospital or clinic")
        CITY = "city", _("City")
        REGION = "region", _("Province, state or region")
        COUNTRY = "country", _("Country")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    registry_name = models.CharField(
        _("name in the registry"),
        max_length=300,
        help_text=_("In English, exactly as the registry writes it."),
    )
    within = models.CharField(
        _("within"),
        max_length=300,
        blank=True,
        help_text=_(
            "The province of a city or the city of a hospital, as the registry writes it. "
            "Empty: this name means the same place everywhere."
        ),
    )
    name = models.CharField(pgettext_lazy("thing", "name"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["kind", "registry_name", "within"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "registry_name", "within"], name="one_place_per_name"),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.registry_name, self.within) if part)
