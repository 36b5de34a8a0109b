from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from editorial.content import Words


def _pair(heading: str, name: str) -> MultiFieldPanel:
    return MultiFieldPanel(
        [FieldRowPanel([FieldPanel(f"{name}_en"), FieldPanel(f"{name}_zh_hans")])], heading=heading
    )


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

    panels = [
        _pair(_("Site name"), "site_name"),
        _pair(_("Editorial team"), "editorial_team"),
        _pair(_("Publisher"), "publisher"),
        _pair(_("Contact"), "contact"),
        FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_telephone")]),
        FieldRowPanel([FieldPanel("icp_number"), FieldPanel("public_security_number")]),
        FieldPanel("show_names"),
    ]

    class Meta:
        verbose_name = _("names and contact")

    def words(self, name: str) -> Words:
        """Both languages of "site_name", "editorial_team", "publisher" or "contact"."""
        return Words(en=getattr(self, f"{name}_en"), zh_hans=getattr(self, f"{name}_zh_hans"))
