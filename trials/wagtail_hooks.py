"""The vocabulary in the admin's menu, and the screen for sites."""

from typing import Any

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from trials.editing.panels import side_by_side
from trials.editing.vocabulary import chooser_of
from trials.editing.widgets import CodeSelect
from trials.labels import AgencyClass, label
from trials.models import Condition, Organisation, Place
from trials.views.import_trials import import_menu_item, import_urls
from trials.views.sites import SitesView

KIND = Column(
    "agency_class",
    label=_("kind of organisation"),
    accessor=lambda organisation: label(AgencyClass, organisation.agency_class),
)


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name_en", "name_zh_hans", KIND]
    list_filter = ["agency_class"]
    search_fields = ["name_en", "name_zh_hans"]
    panels = [
        side_by_side("name", _("Name"), line=True),
        FieldPanel("agency_class", widget=CodeSelect(AgencyClass)),
    ]
    chooser_viewset_class = chooser_of(
        Organisation, "agency_class", widgets={"agency_class": CodeSelect(AgencyClass)}
    )


class ConditionViewSet(SnippetViewSet):
    model = Condition
    icon = "tag"
    list_display = [
        "name_en",
        "name_zh_hans",
        BooleanColumn("needs_medical_review", label=_("needs medical review")),
    ]
    search_fields = ["name_en", "name_zh_hans"]
    panels = [
        side_by_side("name", _("Name"), line=True),
        # Whoever keeps the site's settings says what a page needs before its sign-off, not who writes it.
        FieldPanel("needs_medical_review", permission="editorial.change_sitesettings"),
    ]
    chooser_viewset_class = chooser_of(Condition)


class PlaceViewSet(SnippetViewSet):
    model = Place
    icon = "site"
    list_display = ["registry_name", "within", "kind", "name_zh_hans"]
    list_filter = ["kind"]
    search_fields = ["registry_name", "name_zh_hans"]
    panels = [
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("registry_name"), FieldPanel("within")]),
        side_by_side("name", _("Name"), line=True),
    ]
    chooser_viewset_class = chooser_of(Place, "kind", "registry_name", "within")


class VocabularyGroup(SnippetViewSetGroup):
    items = (OrganisationViewSet, ConditionViewSet, PlaceViewSet)
    menu_label = _("Vocabulary")
    menu_icon = "list-ul"
    menu_order = 250


register_snippet(VocabularyGroup)


@hooks.register("insert_global_admin_css")
def editing_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("editing/editing.css"))


@hooks.register("insert_editor_js")
def autosave_script() -> str:
    return format_html('<script src="{}"></script>', static("editing/autosave.js"))


@hooks.register("register_admin_urls")
def trial_urls() -> list[Any]:
    return [path("trials/<int:page_id>/sites/", SitesView.as_view(), name="edit_trial_sites")]


hooks.register("register_admin_urls", import_urls)
hooks.register("register_admin_menu_item", import_menu_item)
