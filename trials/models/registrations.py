"""Where a trial is registered and where its page's statements come from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from trials.labels import Registry
from trials.models.keyed_rows import Row, TranslatedRow


class IdentifierRow(Row):
    page = ParentalKey("trials.TrialPage", on_delete=models.CASCADE, related_name="identifiers")
    registry = models.CharField(
        _("registry"), max_length=20, choices=Registry.choices, default=Registry.OTHER
    )
    value = models.CharField(_("number"), max_length=200)

    class Meta(Row.Meta):
        verbose_name = _("number in a registry")
        verbose_name_plural = _("numbers in registries")

    def __str__(self) -> str:
        return f"{self.get_registry_display()} {self.value}"


class SourceRow(TranslatedRow):
    WORDS = ("title",)

    page = ParentalKey("trials.TrialPage", on_delete=models.CASCADE, related_name="sources")
    title = models.TextField(_("title"), blank=True)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    accessed_on = models.DateField(_("read on"), null=True, blank=True)

    class Meta(TranslatedRow.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return self.title_en or self.url

    def key_prefix(self) -> str:
        return "s"
