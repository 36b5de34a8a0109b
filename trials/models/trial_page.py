from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from editorial.content import Words
from editorial.findings import Finding
from editorial.models import Edition, SignedPage, SiteSettings, UrgentNotice
from editorial.showing import Showing
from trials import asked, building, checks, demands, listing, passages, writing
from trials.content import TrialContent
from trials.editing.form import TrialPageForm
from trials.editing.screen import trial_screen
from trials.glossary.in_use import glossary_in_use
from trials.models.facts import TrialFacts
from trials.models.snapshots import RegistrySnapshot
from trials.models.words import TrialWords
from trials.reviewing import facts, marks, places, sources
from trials.site import typeset as setting
from trials.translating.progress import note_progress

TAKEN = _("There is a page for the trial with this id already.")


class TrialPage(TrialWords, TrialFacts, SignedPage):
    """What editors say about one trial, both languages in one page so that one revision proves both.

    `title` is the internal name, `slug` the trial id in lower case. Rows: `identifiers`, `interventions`,
    `condition_rows`, `collaborator_rows`, `taking_part`, `how_to_participate`, `criteria`, `contacts`,
    `sources`; give their keys with `trials.keys.give_keys(page)`.
    """

    content_class = TrialContent
    takes_notices = True
    folded_places: ClassVar[dict[str, Any]] = {"sites": _("Names of places")}
    told_by_layout = ("criteria",)
    unsourced = ("machine_translated", "asked_about", "foreign_words", *marks.NAMES)
    always_shown = ("disclaimer.text",)
    parent_page_types = ["trials.TrialIndexPage"]
    subpage_types: list[str] = []

    trial_id = models.CharField(
        _("trial id"),
        max_length=32,
        unique=True,
        validators=[
            RegexValidator(
                r"^[A-Za-z0-9][A-Za-z0-9-]*\Z", _("A trial id has letters, digits and hyphens only.")
            )
        ],
        error_messages={"unique": TAKEN},
    )
    registry_record = models.ForeignKey(
        RegistrySnapshot,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pages",
        verbose_name=_("registry record"),
    )
    last_keys = models.JSONField(default=dict, blank=True, editable=False)
    """The last number used per prefix ({"i": 10}); it only grows, so no key is ever used twice."""

    base_form_class = TrialPageForm
    edit_handler = trial_screen

    class Meta:
        verbose_name = _("trial page")
        verbose_name_plural = _("trial pages")

    def _set_core_field_defaults(self) -> None:
        # Wagtail's full_clean and minimal_clean both pass here before they look at the slug.
        self.trial_id = self.trial_id.strip()
        self.slug = self.trial_id.lower() or self.slug
        super()._set_core_field_defaults()

    def _check_slug_is_unique(self) -> None:
        # The slug is the id, and no field of the form: an error under its name would end in a crash.
        try:
            super()._check_slug_is_unique()
        except ValidationError as taken:
            raise ValidationError({"trial_id": TAKEN}) from taken

    @transaction.atomic
    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        revision = super().save_revision(*args, **kwargs)
        note_progress(self)
        return revision

    @property
    def signed_path(self) -> str:
        return f"trials/{self.slug}/"

    def build_content(self) -> TrialContent:
        return building.build(self)

    def uses(self) -> Iterable[models.Model]:
        return building.shared_rows(self)

    def can_write(self, place: str) -> bool:
        return writing.can_write(self, place)

    def write(self, place: str, lang: str, text: str) -> None:
        writing.write(self, place, lang, text)

    def note_made_from(self, place: str, english: str) -> None:
        writing.note_made_from(self, place, english)

    def tells_asked(self, place: str) -> bool:
        return asked.is_told(self, place)

    def can_tell_asked(self, place: str) -> bool:
        return asked.can_tell(self, place)

    def tell_asked(self, place: str, on: bool) -> None:
        asked.tell(self, place, on)

    def remarks(self, content: TrialContent) -> Mapping[str, list[str]]:
        return marks.remarks(content, passages.remarks(content))

    @classmethod
    def place_label(cls, place: str) -> str:
        # Who wrote what is noted by column, and a column is called as on the editing screen.
        columns = {f.name: f.verbose_name for f in cls._meta.concrete_fields if place not in cls.WORDS}
        return capfirst(str(columns.get(place) or places.place_label(place)))

    @classmethod
    def labels(cls, content: TrialContent) -> Callable[[str], str]:
        return places.Labels(content)

    @classmethod
    def headings(cls, content: TrialContent) -> Mapping[str, str]:
        return places.headings(content)

    @classmethod
    def fact_words(cls, place: str, value: Any, label: Callable[[str], str] | None = None) -> str:
        return facts.fact_words(place, value, label=label or places.place_label)

    def source_words(self) -> Mapping[str, str]:
        return sources.source_words(self)

    @classmethod
    def typeset(cls, text: str, lang: str) -> str:
        return mark_safe(setting.prose(text, lang))  # escaped piece by piece there

    @classmethod
    def typeset_line(cls, text: str, lang: str) -> str:
        return mark_safe(setting.typeset(text, lang))  # escaped piece by piece there

    @classmethod
    def findings(cls, content: TrialContent) -> list[Finding]:
        return checks.run(content, name=places.Labels(content), glossary=glossary_in_use())

    @classmethod
    def notice_words(cls, notice: UrgentNotice) -> Words:
        from trials.site.sentences.notices import notice_in_both_languages

        return notice_in_both_languages(notice)

    def demands(self, content: TrialContent, site: SiteSettings) -> list[Finding]:
        return [*demands.of_page(self, content, site), *passages.findings(self, content)]

    def needs_medical_review(self, site: SiteSettings) -> bool:
        return demands.needs_medical_review(self, site)

    @classmethod
    def places_of_item(cls, content: TrialContent, item: str) -> tuple[str, ...]:
        from trials.site.report_items import places_of_item

        return places_of_item(content, item)

    @classmethod
    def item_label(cls, content: TrialContent, item: str) -> str:
        from trials.site.report_items import item_label

        return item_label(content, item)

    @classmethod
    def render(cls, request: HttpRequest, showing: Showing) -> HttpResponse:
        from trials.site.trial import render_trial

        return render_trial(request, showing)

    @classmethod
    def parts(cls, content: TrialContent) -> dict[str, str]:
        from trials.site.places import shows_every_site

        return {} if shows_every_site(content.sites) else {"sites": gettext("All sites")}

    @classmethod
    def render_part(cls, request: HttpRequest, showing: Showing, part: str) -> HttpResponse:
        from trials.site.trial import render_sites

        if part != "sites":
            raise Http404
        return render_sites(showing)

    @classmethod
    def on_edition(cls, edition: Edition) -> None:
        from trials.take_away.making import make_soon
        from trials.translating import memory

        listing.publish_listing(edition)
        memory.remember(edition)
        make_soon(edition)

    @classmethod
    def on_end(cls, edition: Edition) -> None:
        from trials.take_away.files import forget_ended
        from trials.translating import memory

        listing.end_listing(edition)
        memory.forget(edition)
        forget_ended(edition.page_id)

    @classmethod
    def live_row_problems(cls, editions: Iterable[Edition]) -> Any:
        from trials.take_away import files

        yield from listing.problems(editions)
        yield from files.problems()
