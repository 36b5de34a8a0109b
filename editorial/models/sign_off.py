from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from editorial.models.append_only import AppendOnly


class SignOff(AppendOnly):
    """A named person's word that a digest is right. Append-only; it never points to an edition."""

    class Role(models.TextChoices):
        LANGUAGE_REVIEWER = "language-reviewer", _("Chinese language reviewer")
        MEDICAL_REVIEWER = "medical-reviewer", _("Medical reviewer")
        SIGNER = "signer", _("Signer")

    class Scope(models.TextChoices):
        CHINESE = "zh-hans", _("every English text and its Chinese")
        MEDICAL = "medical", _("every fact and every English text")
        FINAL = "final", _("the whole page")

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="sign_offs", verbose_name=_("page"))
    revision = models.ForeignKey(
        Revision, on_delete=models.PROTECT, related_name="+", verbose_name=_("revision")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    scope = models.CharField(_("scope"), max_length=10, choices=Scope.choices)
    digest = models.CharField(_("digest"), max_length=64)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sign_offs", verbose_name=_("person")
    )
    person_name = models.CharField(_("name"), max_length=200)
    public_role_en = models.CharField(max_length=120, blank=True)
    public_role_zh_hans = models.CharField(max_length=120, blank=True)
    qualification_en = models.CharField(max_length=200, blank=True)
    qualification_zh_hans = models.CharField(max_length=200, blank=True)
    byline_en = models.CharField(max_length=120, blank=True)
    byline_zh_hans = models.CharField(max_length=120, blank=True)
    conflict_en = models.CharField(max_length=300, blank=True)
    conflict_zh_hans = models.CharField(max_length=300, blank=True)
    checklist = models.TextField(_("statements ticked"))
    """Canonical JSON of {statement key: sentence as it was shown}."""
    overrides = models.TextField(_("findings overridden"), default="[]")
    """Canonical JSON of [{"finding", "reason"}]."""
    covers = models.TextField(blank=True)
    """Canonical JSON of {place: digest of its pair} a language review found right; "" for other scopes."""
    rests_on = models.TextField(blank=True)
    """Canonical JSON of [pk, …]: the language and medical reviews a final sign-off relied on."""
    withheld_reason = models.TextField(_("why the Chinese is withheld"), blank=True)
    signed_at = models.DateTimeField(_("signed at"))
    review_due = models.DateField(_("next review due"), null=True)
    seal = models.CharField(max_length=64)

    SEALED: ClassVar[tuple[str, ...]] = (
        "page_id", "revision_id", "role", "scope", "digest", "person_id", "person_name",
        "public_role_en", "public_role_zh_hans", "qualification_en", "qualification_zh_hans",
        "conflict_en", "conflict_zh_hans", "checklist", "overrides", "withheld_reason",
        "signed_at", "review_due",
    )  # fmt: skip
    # Columns younger than the first seals: part of the statement only where something is written in them.
    SEALED_WHERE_WRITTEN: ClassVar[tuple[str, ...]] = ("byline_en", "byline_zh_hans", "covers", "rests_on")

    class Meta:
        verbose_name = _("sign-off")
        verbose_name_plural = _("sign-offs")
        ordering = ["signed_at", "pk"]
        indexes = [models.Index(fields=["page", "scope", "digest"], name="sign_off_by_digest")]

    def __str__(self) -> str:
        return f"{self.person_name}, {self.get_role_display()}, {self.signed_at:%Y-%m-%d}"
