"""The vocabulary in the admin's menu, and the screen for sites."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from trials.editing.panels import side_by_side
from trials.editing.vocabulary import chooser_of
from trials.editing.widgets import CodeSelect
from trials.finding.viewset import SynonymViewSet
from trials.glossary.viewset import GlossaryTermViewSet, tell_pages_touched
from trials.labels import AgencyClass, label
from trials.models import Condition, Organisation, Place
from trials.passages.viewset import PassageViewSet
from trials.views.batches import batch_urls, batches_menu_item
from trials.views.exchange import exchange_menu_item, exchange_urls
from trials.views.findings import FindingsView
from trials.views.import_trials import import_menu_item, import_urls
from trials.views.memory import memory_urls
from trials.views.my_batches import MyBatches
from trials.views.passages import (
    passage_log_actions,
    passage_urls,
    refuse_deleting_approved,
    refuse_deleting_who_approved,
)
from trials.views.put_into_batch import PutIntoBatch
from trials.views.sites import SitesView
from trials.views.translation_files import (
    ExportBulkAction,
    exchange_buttons,
    exchange_in_listing,
    file_urls,
)
from trials.views.trials import trial_listing
from trials.views.typography import put_right_and_tell, typography_log_actions, typography_urls

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
    items = (
        GlossaryTermViewSet,
        PassageViewSet,
        OrganisationViewSet,
        ConditionViewSet,
        PlaceViewSet,
        SynonymViewSet,
    )
    menu_label = _("Vocabulary")
    menu_icon = "list-ul"
    menu_order = 250


register_snippet(VocabularyGroup)


hooks.register("after_edit_snippet", tell_pages_touched)


@hooks.register("insert_global_admin_css")
def editing_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("editing/editing.css"))


@hooks.register("insert_editor_js")
def editing_scripts() -> str:
    scripts = [(static(f"editing/{name}.js"),) for name in ("autosave", "findings", "memory")]
    return format_html_join("", '<script src="{}"></script>', scripts)


@hooks.register("register_admin_urls")
def trial_urls() -> list[Any]:
    # Nothing is written there: no transaction stands in the way of who saves.
    findings = transaction.non_atomic_requests(FindingsView.as_view())
    return [
        path("trials/<int:page_id>/sites/", SitesView.as_view(), name="edit_trial_sites"),
        path("trials/<int:page_id>/findings/", findings, name="trial_findings"),
    ]


@hooks.register("construct_homepage_panels")
def batches_of_this_person(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(MyBatches(request.user))


hooks.register("register_admin_viewset", lambda: trial_listing)
hooks.register("register_admin_menu_item", batches_menu_item)
hooks.register("register_bulk_action", PutIntoBatch)
for _urls in (import_urls, batch_urls):
    hooks.register("register_admin_urls", _urls)
hooks.register("register_admin_urls", passage_urls)
hooks.register("register_log_actions", passage_log_actions)
hooks.register("before_delete_user", refuse_deleting_who_approved)
hooks.register("before_delete_snippet", refuse_deleting_approved)
hooks.register("register_admin_menu_item", import_menu_item)
for _urls in (exchange_urls, file_urls, memory_urls):
    hooks.register("register_admin_urls", _urls)
hooks.register("register_admin_menu_item", exchange_menu_item)
hooks.register("register_page_header_buttons", exchange_buttons)
hooks.register("register_page_listing_more_buttons", exchange_in_listing)
hooks.register("register_bulk_action", ExportBulkAction)
hooks.register("register_admin_urls", typography_urls)
hooks.register("register_log_actions", typography_log_actions)
for _saved in ("after_edit_page", "after_create_page"):
    # Before the desk says what is missing.
    hooks.register(_saved, put_right_and_tell, order=-10)
