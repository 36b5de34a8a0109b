from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.wording import new_items


class Wording(models.Model):
    """Somebody wrote this text, or set this fact, on this page: the memory four eyes are judged by.

    Kept apart from revisions, which can be purged, reverted to and rewritten by an autosave.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    # PROTECT: a deleted account's owner could sign their own words under another. Accounts are deactivated.
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        constraints = [
            models.UniqueConstraint(fields=["page", "person", "digest"], name="one_wording_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.text[:60]}"

    @classmethod
    def note(
        cls, person: Any, page: Page, content: Mapping[str, Any], former: Mapping[str, Any] | None
    ) -> None:
        """Remember what `person` wrote by saving `content` over `former`; a machine (None) is no author."""
        if person is None:
            return
        written = new_items(content, former).items()
        rows = [
            cls(page_id=page.pk, person=person, field=item.field, text=item.text, digest=digest)
            for digest, item in written
        ]
        cls.objects.bulk_create(rows, ignore_conflicts=True)
