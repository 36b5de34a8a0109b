from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.bilingual import BilingualModel


class GlossaryTerm(BilingualModel):
    """A word of the field: its approved Chinese, and what it means to a reader, in both languages."""

    WORDS = ("term", "meaning")

    term = models.CharField(_("term"), max_length=200)
    meaning = models.TextField(_("explanation for readers"), blank=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=40, blank=True)
    also_en = models.TextField(
        _("also in English"), blank=True, help_text=_("Other wordings, one on each line.")
    )
    also_zh_hans = models.TextField(
        _("also in Chinese"), blank=True, help_text=_("Other wordings that may stand, one on each line.")
    )
    forbidden = models.TextField(
        _("forbidden in Chinese"), blank=True, help_text=_("Wordings that may not stand, one on each line.")
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    to_confirm = models.BooleanField(_("to be confirmed"), default=True)
    """No source yet: a clinical translator has to confirm the Chinese."""

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["term_en", "pk"]
        constraints = [models.UniqueConstraint(fields=["term_en"], name="one_entry_per_term")]

    def __str__(self) -> str:
        return f"{self.term_en} · {self.term_zh_hans}"

    def clean(self) -> None:
        super().clean()
        for name in ("term_en", "term_zh_hans"):
            if not getattr(self, name).strip():
                raise ValidationError({name: _("A term needs its English and its Chinese.")})
        approved = {self.term_zh_hans.strip(), self.abbreviation.strip(), *lines_of(self.also_zh_hans)}
        if both := approved.intersection(lines_of(self.forbidden)):
            message = _("This is approved above and cannot be forbidden: %(words)s")
            raise ValidationError({"forbidden": message % {"words": ", ".join(sorted(both))}})
        taken = GlossaryTerm.objects.filter(term_en__iexact=self.term_en.strip()).exclude(pk=self.pk)
        if taken.exists():
            raise ValidationError({"term_en": _("The glossary has this term already.")})


def lines_of(text: str) -> list[str]:
    """The wordings of a field that holds one on each line."""
    return [line for each in text.splitlines() if (line := each.strip())]
