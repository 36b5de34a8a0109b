import json
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from editorial.bilingual import words
from editorial.content import LANGUAGES, SignedContent, Words
from editorial.kinds import content_class
from editorial.models.append_only import AppendOnly, AppendOnlyQuerySet
from editorial.models.sign_off import SignOff


class EditionQuerySet(AppendOnlyQuerySet):
    def in_force(self) -> "EditionQuerySet":
        return self.filter(ended_at__isnull=True)


class Edition(AppendOnly):
    """What the public reads: the exact signed bytes, who signed them, and since when.

    Content is text, not JSON: PostgreSQL re-orders jsonb, and the digest is over the bytes.
    """

    END = ("ended_at", "ended_reason", "withdrawn_because_en", "withdrawn_because_zh_hans", "end_seal")
    REDACTION = ("redacted_at", "redacted_because", "redaction_seal")
    MAY_CHANGE = (*END, *REDACTION, "content")
    """`content` only to empty it, together with the columns of a redaction; the trigger sees to that."""

    class End(models.TextChoices):
        SUPERSEDED = "superseded", _("superseded by the next edition")
        WITHDRAWN = "withdrawn", _("withdrawn")

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="editions", verbose_name=_("page"))
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    path = models.CharField(_("path"), max_length=255, blank=True)
    number = models.PositiveIntegerField(_("edition"))
    content = models.TextField(_("content"))
    digest = models.CharField(_("digest"), max_length=64, db_index=True)
    signed_by = models.OneToOneField(
        SignOff, on_delete=models.PROTECT, related_name="edition", verbose_name=_("signed by")
    )
    languages = models.CharField(_("languages"), max_length=40)
    uses = models.TextField(default="[]")
    """Canonical JSON of [["app.model", pk], …]: shared rows whose names the content repeats."""
    published_at = models.DateTimeField(_("published at"))
    previous_seal = models.CharField(max_length=64, blank=True)
    seal = models.CharField(max_length=64)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_reason = models.CharField(_("why it ended"), max_length=12, choices=End.choices, blank=True)
    withdrawn_because_en = models.TextField(_("reason readers are told, English"), blank=True)
    withdrawn_because_zh_hans = models.TextField(_("reason readers are told, Chinese"), blank=True)
    end_seal = models.CharField(max_length=64, blank=True)
    redacted_at = models.DateTimeField(_("words removed at"), null=True, blank=True)
    redacted_because = models.TextField(_("why the words were removed"), blank=True)
    redaction_seal = models.CharField(max_length=64, blank=True)

    SEALED: ClassVar[tuple[str, ...]] = (
        "page_id", "revision_id", "path", "number", "digest", "signed_by_id", "languages", "uses",
        "published_at", "previous_seal",
    )  # fmt: skip

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["page", "number"]
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="one_number_per_page"),
            models.UniqueConstraint(
                fields=["page"], condition=Q(ended_at__isnull=True), name="one_edition_in_force_per_page"
            ),
            models.UniqueConstraint(
                fields=["path"], condition=Q(ended_at__isnull=True), name="one_edition_in_force_per_path"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path or '/'} {self.number}"

    def load(self) -> SignedContent:
        """The content as dataclasses; raises ContentUnreadable. Ask editorial.editions for a verified one."""
        # Verified, then shown: a study of 1,148 sites would be read twice for one page.
        kept: tuple[str, SignedContent] | None = getattr(self, "_loaded", None)
        if kept is None or kept[0] != self.content:
            plain = json.loads(self.content)
            kept = self._loaded = (self.content, content_class(plain.get("kind", "")).from_json(plain))
        return kept[1]

    @property
    def withdrawn_because(self) -> Words:
        """The reason readers are told, as it was written; one language may be missing."""
        return words(self, "withdrawn_because")

    @property
    def withdrawn_because_only_in(self) -> str:
        """The language readers are told the reason in, where it is one; "" for both, and for none."""
        written = [code for code in LANGUAGES if self.withdrawn_because.in_language(code)]
        return written[0] if len(written) == 1 else ""

    @property
    def language_codes(self) -> tuple[str, ...]:
        return tuple(code for code in LANGUAGES if code in self.languages.split(","))
