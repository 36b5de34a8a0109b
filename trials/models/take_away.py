import hashlib
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import Edition


class TakeAway(models.Model):
    """A file that readers take with them, made from one edition as it was shown; see `trials.take_away`."""

    class Kind(models.TextChoices):
        PDF = "pdf", _("PDF")
        PICTURE = "picture", _("long picture")
        SHARE = "share", _("share image")

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="take_aways")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    lang = models.CharField(max_length=10)
    made_from = models.CharField(max_length=64)
    """Digest of all that the file says beside the edition: notices, status, review, names of the site."""
    made_at = models.DateTimeField()
    body = models.BinaryField()
    seal = models.CharField(max_length=64)
    """Made with EDITION_KEY over `SEALED`; a file without it is never served."""

    SEALED: ClassVar[tuple[str, ...]] = ("edition_id", "kind", "lang", "made_from", "made_at", "body_digest")

    class Meta:
        verbose_name = _("take-away")
        verbose_name_plural = _("take-aways")
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind", "lang"], name="one_take_away_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.kind} {self.lang}"

    @property
    def body_digest(self) -> str:
        """SHA-256 of the file, by which the seal covers every byte of it."""
        return hashlib.sha256(bytes(self.body)).hexdigest()
