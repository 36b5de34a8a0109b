"""Home and information pages: plain text in two languages, signed like everything else."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from editorial.content import LANGUAGES
from editorial.findings import Finding
from editorial.models import SignedPage
from editorial.prose import ProseContent
from editorial.showing import Showing
from trials.building import text
from trials.checks import prose
from trials.editing.screen import home_screen, information_screen
from trials.writing import write_column


class ProsePage(SignedPage):
    content_class = ProseContent
    # For these pages one second person is enough.
    needs_language_review = False
    WORDS = ("heading", "body", "seo_description")
    PLACES = {"title": "heading", "body": "body", "description": "seo_description"}
    """The field behind each text of the content."""

    heading = models.TextField(_("heading"), blank=True)
    body = models.TextField(_("text"), blank=True)
    seo_description = models.TextField(_("description for search engines"), blank=True)

    class Meta:
        abstract = True

    def build_content(self) -> ProseContent:
        return ProseContent(
            schema=ProseContent.current_schema,
            path=self.signed_path,
            languages=LANGUAGES,
            **{place: text(self, name) for place, name in self.PLACES.items()},
        )

    def can_write(self, place: str) -> bool:
        return place in self.PLACES

    def write(self, place: str, lang: str, text: str) -> None:
        write_column(self, self.PLACES[place], lang, text)

    @classmethod
    def findings(cls, content: ProseContent) -> list[Finding]:
        return prose.run(content)


class HomePage(ProsePage):
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["trials.TrialIndexPage", "trials.InformationPage"]
    max_count = 1
    edit_handler = home_screen

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def signed_path(self) -> str:
        return ""

    @classmethod
    def render(cls, request: HttpRequest, showing: Showing) -> HttpResponse:
        from trials.site.prose import render_home

        return render_home(request, showing)


class InformationPage(ProsePage):
    """About, editorial policy, privacy, accessibility."""

    TAKEN = frozenset({"t", "trials", "verify", "words"})
    """Addresses at which the site answers itself: a page there would never be seen."""

    parent_page_types = ["trials.HomePage"]
    subpage_types: list[str] = []
    edit_handler = information_screen

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    def _set_core_field_defaults(self) -> None:
        # As for trials: public addresses are lower-case, whoever typed them.
        super()._set_core_field_defaults()
        self.slug = self.slug.lower()

    def _check_slug_is_unique(self) -> None:
        # Called by full_clean and by minimal_clean, which is all that a draft passes.
        if self.slug in self.TAKEN:
            sentence = _("The site itself answers at the address “%(slug)s”. Choose another for this page.")
            raise ValidationError({"slug": sentence % {"slug": self.slug}})
        super()._check_slug_is_unique()

    @property
    def signed_path(self) -> str:
        return f"{self.slug.lower()}/"

    @classmethod
    def render(cls, request: HttpRequest, showing: Showing) -> HttpResponse:
        from trials.site.prose import render_information

        return render_information(request, showing)
