from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import Edition


class PublishedTrial(models.Model):
    """One row per trial edition in force, for listing and search; written with the edition, never by hand."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    page = models.OneToOneField("trials.TrialPage", on_delete=models.CASCADE, related_name="published")
    trial_id = models.CharField(_("trial id"), max_length=32, unique=True)
    path = models.CharField(_("path"), max_length=255)
    languages = models.CharField(_("languages"), max_length=40)
    headline_en = models.TextField(blank=True)
    headline_zh_hans = models.TextField(blank=True)
    summary_en = models.TextField(blank=True)
    summary_zh_hans = models.TextField(blank=True)
    conditions_en = models.TextField(blank=True)
    conditions_zh_hans = models.TextField(blank=True)
    place_en = models.TextField(blank=True)
    place_zh_hans = models.TextField(blank=True)
    sites = models.PositiveIntegerField(default=0)
    status = models.CharField(max_length=64, blank=True)
    status_date = models.CharField(max_length=10, blank=True)
    completion_date = models.CharField(max_length=10, blank=True)
    phases = models.CharField(max_length=200, blank=True)
    """Registry codes with a comma between, in the edition's order."""
    sex = models.CharField(max_length=64, blank=True)
    healthy_volunteers = models.BooleanField(null=True)
    minimum_age_days = models.PositiveIntegerField(null=True)
    maximum_age_days = models.PositiveIntegerField(null=True)
    title_words = models.TextField(blank=True)
    """Headlines, conditions and ids of both languages, normalised for search; see `trials.finding`."""
    words = models.TextField(blank=True)
    """Everything that is searched, normalised."""
    grams = models.TextField(blank=True)
    """The bigrams of `words`, as the database's own index reads them."""
    last_reviewed = models.DateField(null=True)
    review_due = models.DateField(null=True)

    class Meta:
        verbose_name = _("published trial")
        verbose_name_plural = _("published trials")
        ordering = ["trial_id"]
        indexes = [
            # All that the order of the list is made of, so that nobody reads the words to put them in order.
            models.Index(
                fields=[
                    "review_due",
                    "last_reviewed",
                    "status",
                    "status_date",
                    "completion_date",
                    "trial_id",
                    "edition",
                ],
                name="trials_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.trial_id


class PublishedPlace(models.Model):
    """Where a listed trial takes place and what it does there: one row per city and status of its sites."""

    published = models.ForeignKey(PublishedTrial, on_delete=models.CASCADE, related_name="places")
    country = models.CharField(max_length=100, blank=True)
    """English name of the country as the registry writes it."""
    region_en = models.CharField(max_length=300, blank=True)
    region_zh_hans = models.CharField(max_length=300, blank=True)
    city_en = models.CharField(max_length=300, blank=True)
    city_zh_hans = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("place of a published trial")
        verbose_name_plural = _("places of published trials")
        indexes = [
            models.Index(fields=["city_en", "status"], name="places_by_city"),
            models.Index(fields=["region_en", "status"], name="places_by_region"),
        ]

    def __str__(self) -> str:
        return self.city_en or self.region_en or self.country


class PublishedWord(models.Model):
    """A word that a listed trial explains, as it was signed; the A–Z of the site is made from these."""

    published = models.ForeignKey(PublishedTrial, on_delete=models.CASCADE, related_name="words_explained")
    key = models.CharField(max_length=255, db_index=True)
    term_en = models.CharField(max_length=300, blank=True)
    term_zh_hans = models.CharField(max_length=300, blank=True)
    meaning_en = models.TextField(blank=True)
    meaning_zh_hans = models.TextField(blank=True)
    pinyin = models.TextField(blank=True)
    """The Chinese term's sound in lower case without tones, by which readers look it up."""

    class Meta:
        verbose_name = _("explained word of a published trial")
        verbose_name_plural = _("explained words of published trials")
        constraints = [models.UniqueConstraint(fields=["published", "key"], name="one_row_per_word")]

    def __str__(self) -> str:
        return self.term_en or self.key
