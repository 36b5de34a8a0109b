from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from editorial.content import Words
from editorial.panels import pair

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _capacity(day: Any, number: int) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(day, default=number)


@register_setting(icon="site", order=1)
class SiteSettings(BaseSiteSetting):
    """Names and addresses of whoever runs the site; nothing of a brand stands in templates."""

    site_name_en = models.CharField(_("site name, English"), max_length=120, blank=True)
    site_name_zh_hans = models.CharField(_("site name, Chinese"), max_length=120, blank=True)
    editorial_team_en = models.CharField(_("editorial team, English"), max_length=120, blank=True)
    editorial_team_zh_hans = models.CharField(_("editorial team, Chinese"), max_length=120, blank=True)
    publisher_en = models.CharField(_("publisher, English"), max_length=200, blank=True)
    publisher_zh_hans = models.CharField(_("publisher, Chinese"), max_length=200, blank=True)
    contact_en = models.CharField(_("contact, English"), max_length=200, blank=True)
    contact_zh_hans = models.CharField(_("contact, Chinese"), max_length=200, blank=True)
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    contact_telephone = models.CharField(_("contact telephone"), max_length=40, blank=True)
    icp_number = models.CharField(_("ICP number"), max_length=60, blank=True)
    public_security_number = models.CharField(_("public-security number"), max_length=60, blank=True)
    show_names = models.BooleanField(
        _("show the names of reviewers"),
        default=False,
        help_text=_("Off: the public page names roles and qualifications only."),
    )

    class MedicalReview(models.TextChoices):
        NEVER = "never", _("never")
        CONDITIONS = "conditions", _("for the conditions marked so")
        ALWAYS = "always", _("for every trial")

    medical_review = models.CharField(
        _("medical review before sign-off"),
        max_length=12,
        choices=MedicalReview.choices,
        default=MedicalReview.NEVER,
    )
    recruitment_material = models.BooleanField(
        _("pages are recruitment material"),
        default=False,
        help_text=_("On: the ethics approval’s number, version and date must stand before a page is signed."),
    )
    neutral_sharing = models.BooleanField(
        _("share pages under a neutral title"),
        default=False,
        help_text=_("On: a shared link and its picture name no disease, only that it is a clinical trial."),
    )
    capacity_monday = _capacity(_("Monday"), 20)
    capacity_tuesday = _capacity(_("Tuesday"), 20)
    capacity_wednesday = _capacity(_("Wednesday"), 20)
    capacity_thursday = _capacity(_("Thursday"), 20)
    capacity_friday = _capacity(_("Friday"), 20)
    capacity_saturday = _capacity(_("Saturday"), 0)
    capacity_sunday = _capacity(_("Sunday"), 0)
    days_to_decide = models.PositiveSmallIntegerField(
        _("working days to decide on a page"), default=5, validators=[MinValueValidator(1)]
    )
    digest_hour = models.PositiveSmallIntegerField(
        _("hour of the daily mail"), default=8, validators=[MaxValueValidator(23)]
    )

    panels = [
        pair(_("Site name"), "site_name"),
        pair(_("Editorial team"), "editorial_team"),
        pair(_("Publisher"), "publisher"),
        pair(_("Contact"), "contact"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_telephone")])],
            heading=_("Mail and telephone"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("icp_number"), FieldPanel("public_security_number")])],
            heading=_("Registration in China"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "medical_review",
                    help_text=_("By condition: mark each such condition in the vocabulary."),
                ),
                FieldPanel("recruitment_material"),
                FieldPanel("show_names"),
                FieldPanel("neutral_sharing"),
            ],
            heading=_("Before and after a sign-off"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(f"capacity_{day}") for day in WEEKDAYS])],
            heading=_("How many pages the team can review on each weekday"),
            help_text=_("Due dates are spread so that no day asks for more; 0 on days nobody works."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("days_to_decide"),
                        FieldPanel(
                            "digest_hour", help_text=_("From 0 to 23, by the clock of the editorial office.")
                        ),
                    ]
                )
            ],
            heading=_("Deadlines and mail"),
        ),
    ]

    class Meta:
        verbose_name = _("site and editorial office")

    @property
    def capacity(self) -> tuple[int, ...]:
        """Pages the team can review on each day of a week, Monday first."""
        return tuple(getattr(self, f"capacity_{day}") for day in WEEKDAYS)

    @classmethod
    def of_site(cls) -> "SiteSettings":
        """Those of the default site: the office is one, whatever host a reader comes by."""
        site = Site.objects.filter(is_default_site=True).first()
        return cls.for_site(site) if site else cls()

    def words(self, name: str) -> Words:
        """Both languages of "site_name", "editorial_team", "publisher" or "contact"."""
        return Words(en=getattr(self, f"{name}_en"), zh_hans=getattr(self, f"{name}_zh_hans"))
