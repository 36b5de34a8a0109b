"""The glossary among the vocabulary: a term in both languages, and the pages it touches."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from editorial.choosing import OnlyChooserViewSet
from trials.editing.panels import ReadPanel, section, side_by_side
from trials.editing.widgets import WordsInput
from trials.glossary.touched import Touched, pages_touched
from trials.models.glossary import GlossaryTerm

# In words: a green tick would call good what still has to be done.
CONFIRMATION = Column(
    "to_confirm",
    label=_("Confirmation"),
    accessor=lambda term: _("to be confirmed") if term.to_confirm else "",
)


class PagesTouchedPanel(ReadPanel):
    """The pages that say the term, those first whose edition explains it in other words than today's."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "trials/glossary/pages.html", **kwargs})

    class BoundPanel(ReadPanel.BoundPanel):
        @property
        def touched(self) -> list[Touched]:
            return pages_touched(self.instance, self.request.user)

        def is_shown(self) -> bool:
            return self.instance.pk is not None


class GlossaryTermViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "help"
    list_display = [
        "term_en",
        "term_zh_hans",
        "abbreviation",
        CONFIRMATION,
    ]
    list_filter = ["to_confirm"]
    list_per_page = 50
    search_fields = ["term_en", "term_zh_hans", "abbreviation", "also_en", "also_zh_hans"]
    chooser_viewset_class = OnlyChooserViewSet
    panels = [
        section(
            _("Term"),
            side_by_side("term", _("Term"), line=True),
            FieldRowPanel([FieldPanel("abbreviation"), FieldPanel("to_confirm")]),
            FieldPanel("source"),
        ),
        section(
            _("For readers"),
            side_by_side("meaning", _("Explanation for readers")),
            help_text=_(
                "A term with an explanation in both languages is explained on each page that says it."
            ),
        ),
        section(
            _("Other wordings"),
            FieldRowPanel(
                [
                    FieldPanel("also_en", widget=WordsInput("en")),
                    FieldPanel("also_zh_hans", widget=WordsInput("zh_hans")),
                ],
                classname="side-by-side",
            ),
            FieldPanel("forbidden", widget=WordsInput("zh_hans")),
        ),
        PagesTouchedPanel(heading=_("Pages with this term")),
    ]


def tell_pages_touched(request: HttpRequest, instance: Any) -> None:
    """After a term was changed: on how many pages readers still have its former words."""
    if not isinstance(instance, GlossaryTerm):
        return
    outdated = [each.page.title for each in pages_touched(instance, request.user) if each.is_outdated]
    if outdated:
        message = ngettext(
            "%(count)d published page explains this term in other words and needs a new edition: %(pages)s",
            "%(count)d published pages explain this term in other words and need a new edition: %(pages)s",
            len(outdated),
        )
        messages.warning(request, message % {"count": len(outdated), "pages": "; ".join(outdated)})
