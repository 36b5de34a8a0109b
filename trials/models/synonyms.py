from django.db import models
from django.utils.translation import gettext_lazy as _

KIND = ">"


class Synonym(models.Model):
    """Words that mean the same to somebody who searches: a name, its abbreviation, what lay people say."""

    words = models.TextField(
        _("words"),
        help_text=_(
            "Words that mean the same, in either language, one on each line; at least two. They all find "
            "each other. A line that begins with > is a kind of them: they find it, "
            "and it does not find them."
        ),
    )

    class Meta:
        verbose_name = _("search words that mean the same")
        verbose_name_plural = _("search words")
        ordering = ["words", "pk"]

    def __str__(self) -> str:
        return " = ".join(self.wordings)

    @property
    def wordings(self) -> list[str]:
        return [word for word in self._lines if not word.startswith(KIND)]

    @property
    def kinds(self) -> list[str]:
        """What the words find as well, and what does not find them."""
        return [kind for word in self._lines if word.startswith(KIND) and (kind := word[1:].strip())]

    @property
    def _lines(self) -> list[str]:
        return [word for line in self.words.splitlines() if (word := line.strip().replace("＞", KIND))]
