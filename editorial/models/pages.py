from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.html import escape, linebreaks
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import CommentPanel
from wagtail.models import Page, Revision

from editorial.bilingual import BilingualPage
from editorial.content import CHINESE, ENGLISH, SignedContent, Words
from editorial.evidence import is_evidence
from editorial.findings import Finding
from editorial.models.site_settings import SiteSettings
from editorial.models.wording import Wording
from editorial.permissions import SignedPagePermissions
from editorial.showing import Showing

if TYPE_CHECKING:
    from editorial.models.edition import Edition
    from editorial.models.notice import UrgentNotice


class SignedPage(BilingualPage, Page):
    """A page whose words reach the public only as an edition somebody signed.

    Subclasses say what their content is (`build_content`), what is wrong with it (`findings`),
    how it is shown (`render`) and what else is written when an edition begins or ends.
    """

    content_class: ClassVar[type[SignedContent]]
    needs_language_review: ClassVar[bool] = True
    takes_notices: ClassVar[bool] = False
    """Whether an urgent notice can stand above this page; its sentences are `notice_words`."""
    folded_places: ClassVar[dict[str, Any]] = {}
    """Content fields with so many names that the review screen folds them away, {field: label}."""
    told_by_layout: ClassVar[tuple[str, ...]] = ()
    """Content fields whose facts the order and grouping of the texts shows, left out of a list of facts."""
    unsourced: ClassVar[tuple[str, ...]] = ()
    """Facts about the page's own texts, of which no source says anything: told, and not asked about."""
    always_shown: ClassVar[tuple[str, ...]] = ()
    """Places of texts that whoever signs must have before their eyes, changed or not."""

    # No go-live and expiry dates: they are in no digest.
    settings_panels = [CommentPanel()]

    class Meta:
        abstract = True

    def build_content(self) -> SignedContent:
        """This very object, as it stands in memory, in its canonical form and both languages."""
        raise NotImplementedError

    def uses(self) -> Iterable[models.Model]:
        """Shared rows whose words the content repeats; who edited one counts as an author."""
        return ()

    @classmethod
    def place_label(cls, place: str) -> str:
        """What an editor calls the place of a pair ("criteria.i3.text": "Inclusion criterion 3")."""
        return place

    @classmethod
    def labels(cls, content: SignedContent) -> Callable[[str], str]:
        """Calls places as a reader of `content` would, by the numbers shown and not by keys."""
        return cls.place_label

    @classmethod
    def headings(cls, content: SignedContent) -> Mapping[str, str]:
        """The heading of each group of texts on the review screen, by the place of its first text."""
        return {}

    @classmethod
    def fact_words(cls, place: str, value: Any, label: Callable[[str], str] | None = None) -> str:
        """A fact of the content in words of the active language; "" for one no person is asked about.

        `label` calls the places that a fact may name; without it they are called by `place_label`.
        """
        return "" if value in (None, ()) else str(value)

    @classmethod
    def findings(cls, content: SignedContent) -> list[Finding]:
        return []

    def demands(self, content: SignedContent, site: SiteSettings) -> list[Finding]:
        """What this page and this site ask for before a sign-off of `content`, beyond its own words."""
        return []

    def needs_medical_review(self, site: SiteSettings) -> bool:
        """Whether a medical reviewer has to read this page before it is signed."""
        return False

    def source_words(self) -> Mapping[str, str]:
        """The registry's own words for reviewers to read beside the page's, by the pair's place; English."""
        return {}

    @classmethod
    def typeset(cls, text: str, lang: str) -> str:
        """A text as safe HTML, set as the public reads it."""
        return linebreaks(text, autoescape=True)

    @classmethod
    def typeset_line(cls, text: str, lang: str) -> str:
        """A stretch of a text as safe HTML without paragraphs; its line ends stay as they are."""
        return escape(text)

    @classmethod
    def notice_words(cls, notice: "UrgentNotice") -> Words:
        """The fixed sentence of an urgent notice in both languages, as the public reads it."""
        raise NotImplementedError

    def can_write(self, place: str) -> bool:
        """Whether the text at this place of a pair belongs to the page itself and not to a shared name."""
        return False

    def write(self, place: str, lang: str, text: str) -> None:
        """Put `text` at a place of a pair, in memory only; raises LookupError for a place unknown."""
        raise LookupError(place)

    def note_made_from(self, place: str, english: str) -> None:
        """The Chinese at `place` was made from this English, in memory only; not every page keeps note."""

    def tells_asked(self, place: str) -> bool:
        """Whether readers of this draft are told that the sponsor was asked about the text at `place`."""
        return False

    def can_tell_asked(self, place: str) -> bool:
        """Whether the sentence that says so can stand at `place`."""
        return False

    def tell_asked(self, place: str, on: bool) -> None:
        """Tell them so, or no longer, in memory only; raises LookupError where no sentence can stand."""
        raise LookupError(place)

    def remarks(self, content: SignedContent) -> Mapping[str, list[str]]:
        """What a reviewer ought to know of single texts beyond the findings: sentences, by place."""
        return {}

    @classmethod
    def places_of_item(cls, content: SignedContent, item: str) -> tuple[str, ...]:
        """The places of what readers meet at an anchor of the public page; none for the whole page."""
        return ()

    @classmethod
    def item_label(cls, content: SignedContent, item: str) -> str:
        """What stands at an anchor of the public page, in words of the active language."""
        return item

    @classmethod
    def render(cls, request: HttpRequest, showing: Showing) -> HttpResponse:
        raise NotImplementedError

    @classmethod
    def parts(cls, content: SignedContent) -> dict[str, str]:
        """Further pages the public can read this content on, {part: label}; reviewers are shown them."""
        return {}

    @classmethod
    def render_part(cls, request: HttpRequest, showing: Showing, part: str) -> HttpResponse:
        raise Http404

    @classmethod
    def on_edition(cls, edition: "Edition") -> None:
        """Called inside the transaction that puts `edition` in force."""

    @classmethod
    def on_end(cls, edition: "Edition") -> None:
        """Called inside the transaction that withdraws `edition`."""

    @classmethod
    def live_row_problems(cls, editions: "Iterable[Edition]") -> Iterator[str]:
        """A sentence per row written by `on_edition` that does not match the editions in force."""
        return iter(())

    @property
    def signed_path(self) -> str:
        """The address below the language prefix that becomes part of what is signed.

        The type's own rule, not Wagtail's: moving the site's root in the admin must not move signed words.
        """
        raise NotImplementedError

    def permissions_for_user(self, user: Any) -> SignedPagePermissions:
        return SignedPagePermissions(user, self)

    @transaction.atomic
    def save_revision(
        self, user: Any = None, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any
    ) -> Revision:
        # The page first, as every writer: a sign-off under way may be about to sign the newest revision.
        list(Page.objects.select_for_update().filter(pk=self.pk).values_list("pk"))
        # Autosave rewrites a revision in place; one that was signed must stay as it was signed.
        if overwrite_revision is not None and is_evidence(overwrite_revision):
            overwrite_revision = None
        newest = Revision.objects.filter(pk=self._newest_revision_id()).first()
        revision = super().save_revision(user, *args, overwrite_revision=overwrite_revision, **kwargs)
        # As stored: in memory dates are still Python's own.
        revision.refresh_from_db(fields=["content"])
        Wording.note(user, self, revision.content, newest.content if newest else None)
        return revision

    def _newest_revision_id(self) -> Any:
        # This object may be an old revision somebody reverts to; the row in the database knows better.
        return Page.objects.filter(pk=self.pk).values_list("latest_revision_id", flat=True).first()

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return [(ENGLISH, _("English")), (CHINESE, _("Chinese"))]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        with translation.override(mode_name):
            response = self.render(request, self.preview_of(request, mode_name))
            if hasattr(response, "render"):
                response.render()
            return response

    def preview_of(self, request: HttpRequest, lang: str) -> Showing:
        """The draft as the public would read it, marked as a preview."""
        return Showing(
            content=self.build_content(),
            lang=lang,
            site=SiteSettings.for_request(request),
            today=timezone.localdate(),
            preview=True,
        )

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Wagtail's own page view is not mounted; should anything call this, it shows nothing unsigned.
        raise Http404


class StructurePage(Page):
    """A page that only holds others and has no word of its own to sign; its public view is a listing."""

    settings_panels: ClassVar[list] = []
    preview_modes: ClassVar[list] = []
    # Nothing to review: without this the workflow over the whole tree would be offered here too.
    has_workflow = False

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> SignedPagePermissions:
        return SignedPagePermissions(user, self)

    def get_workflow(self) -> None:
        return None
