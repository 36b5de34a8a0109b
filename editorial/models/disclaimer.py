from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.bilingual import BilingualModel, words
from editorial.content import Words


class Disclaimer(BilingualModel):
    """The disclaimer on every trial page: each wording is a version, new content takes the newest.

    Its text is part of what is signed, so a new version reaches the public page by page, with new editions.
    """

    version = models.PositiveIntegerField(_("version"), unique=True)
    text = models.TextField(_("text"))
    created_at = models.DateTimeField(_("written at"), auto_now_add=True)

    class Meta:
        verbose_name = _("disclaimer")
        verbose_name_plural = _("disclaimers")
        ordering = ["-version"]

    def __str__(self) -> str:
        return f"{self.version}. {self.text_en[:60]}"

    @property
    def words(self) -> Words:
        return words(self, "text")

    @classmethod
    def in_use(cls) -> "Disclaimer | None":
        return cls.objects.order_by("-version").first()
