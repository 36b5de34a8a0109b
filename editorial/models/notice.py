from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.models.append_only import AppendOnly, AppendOnlyQuerySet


class UrgentNoticeQuerySet(AppendOnlyQuerySet):
    def standing(self) -> "UrgentNoticeQuerySet":
        return self.filter(lifted_at__isnull=True)


class UrgentNotice(AppendOnly):
    """A sentence of a fixed set that one person may put above a page at once; a second one confirms it.

    Written once; only that it was confirmed, and that it was lifted, may be set later, each with its seal.
    """

    MAY_CHANGE = (
        "confirmed_by", "confirmed_by_id", "confirmed_at", "confirm_seal",
        "lifted_by", "lifted_by_id", "lifted_at", "lifted_because", "lift_seal",
    )  # fmt: skip

    class Kind(models.TextChoices):
        PAUSED = "paused", _("Taking new people in is paused")
        SAFETY = "safety", _("A safety question is open")
        CONTACT = "contact", _("The contact details are wrong")
        CLOSED = "closed", _("The trial takes nobody in any more")

    class Source(models.TextChoices):
        REGISTRY = "registry", _("the registry")
        SPONSOR = "sponsor", _("the sponsor")
        HOSPITAL = "hospital", _("the hospital")
        ETHICS = "ethics", _("the ethics committee")
        AUTHORITY = "authority", _("the authority")
        EDITORS = "editors", _("our own editorial team")

    page = models.ForeignKey(
        Page, on_delete=models.PROTECT, related_name="urgent_notices", verbose_name=_("page")
    )
    kind = models.CharField(_("notice"), max_length=12, choices=Kind.choices)
    source = models.CharField(_("source"), max_length=12, choices=Source.choices)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("put up by")
    )
    set_at = models.DateTimeField(_("put up at"))
    seal = models.CharField(max_length=64)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)
    confirm_seal = models.CharField(max_length=64, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("lifted by"),
    )
    lifted_at = models.DateTimeField(_("lifted at"), null=True)
    lifted_because = models.TextField(_("why it was lifted"), blank=True)
    lift_seal = models.CharField(max_length=64, blank=True)

    SEALED: ClassVar[tuple[str, ...]] = ("page_id", "kind", "source", "set_by_id", "set_at")

    objects = UrgentNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("urgent notice")
        verbose_name_plural = _("urgent notices")
        ordering = ["set_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["seal"], name="a_notice_is_put_up_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.set_at:%Y-%m-%d}"
