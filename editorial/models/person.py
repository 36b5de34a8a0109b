from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from editorial.panels import pair


class Voucher(models.Model):
    """What the public may know of somebody who reviews: role, qualification, conflicts of interest.

    Copied into each SignOff as it stands that day; a later change alters no past signature.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="voucher", verbose_name=_("person")
    )
    public_role_en = models.CharField(_("public role, English"), max_length=120, blank=True)
    public_role_zh_hans = models.CharField(_("public role, Chinese"), max_length=120, blank=True)
    qualification_en = models.CharField(_("qualification, English"), max_length=200, blank=True)
    qualification_zh_hans = models.CharField(_("qualification, Chinese"), max_length=200, blank=True)
    byline_en = models.CharField(
        _("in the review line, English"),
        max_length=120,
        blank=True,
        help_text=_("As in “by the editorial team and a haematologist”: with its article, without a name."),
    )
    byline_zh_hans = models.CharField(
        _("in the review line, Chinese"),
        max_length=120,
        blank=True,
        help_text=_("As in “由编辑团队和一位血液科医生审核”: with its measure word, without a name."),
    )
    conflict_en = models.CharField(_("conflict statement, English"), max_length=300, blank=True)
    conflict_zh_hans = models.CharField(_("conflict statement, Chinese"), max_length=300, blank=True)

    panels = [
        FieldPanel("person"),
        pair(_("Public role"), "public_role"),
        pair(_("Qualification"), "qualification"),
        pair(_("In the review line"), "byline"),
        pair(_("Conflicts of interest"), "conflict"),
    ]

    class Meta:
        verbose_name = _("public role")
        verbose_name_plural = _("public roles")

    def __str__(self) -> str:
        return f"{self.person}: {self.public_role_en}"

    @classmethod
    def of(cls, person: Any) -> dict[str, str]:
        """What goes out with a signature of `person` today, by the names of the SignOff's columns."""
        voucher = cls.objects.filter(person=person).first() or cls()
        return {name: getattr(voucher, name) for name in cls.copied_fields()}

    @classmethod
    def copied_fields(cls) -> list[str]:
        """The columns a SignOff repeats, by the same names."""
        return [
            f"{name}_{lang}"
            for name in ("public_role", "qualification", "byline", "conflict")
            for lang in ("en", "zh_hans")
        ]
