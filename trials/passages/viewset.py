"""Passages among the vocabulary: the two texts side by side, and how far their approval is."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from editorial.choosing import OnlyChooserViewSet
from trials.editing.panels import side_by_side
from trials.models import Passage
from trials.passages.standing import standing_of


def standing_link(passage: Passage) -> SafeString:
    # In the order they were given, and read with the list.
    *_older, newest = [None, *passage.approvals.all()]
    words = standing_of(passage, newest)
    return format_html('<a href="{}">{}</a>', reverse("trial_passage", args=[passage.pk]), words)


class PassageViewSet(SnippetViewSet):
    model = Passage
    icon = "openquote"
    list_display = ["name", Column("approval", label=gettext_lazy("Approval"), accessor=standing_link)]
    search_fields = ["name", "text_en", "text_zh_hans"]
    chooser_viewset_class = OnlyChooserViewSet
    panels = [
        FieldPanel("name"),
        side_by_side("text", gettext_lazy("Text")),
        FieldRowPanel([FieldPanel("source_title"), FieldPanel("source_url")]),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Passage]:
        return Passage.objects.prefetch_related("approvals__approved_by")
