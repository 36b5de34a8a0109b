"""Words that mean the same among the vocabulary: what readers search by, kept by editors."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from trials.finding.cutting import MOST_WORDINGS
from trials.finding.normal import normalise
from trials.models.synonyms import Synonym


class SynonymForm(WagtailAdminModelForm):
    def clean_words(self) -> str:
        """Refuse a group in which fewer than two words differ, or more than a search looks for."""
        words: str = self.cleaned_data["words"]
        row = Synonym(words=words)
        differing = set(map(normalise, row.wordings)) - {""}
        if len(differing) < 2:
            raise ValidationError(
                _("Give at least two words; upper case, width and traditional characters make no other word.")
            )
        if max(len(differing), len(row.kinds)) > MOST_WORDINGS:
            most = {"count": MOST_WORDINGS}
            raise ValidationError(_("At most %(count)s words mean the same in a search."), params=most)
        return words


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "search"
    list_per_page = 50
    search_fields = ["words"]
    edit_handler = ObjectList([FieldPanel("words")], base_form_class=SynonymForm)
