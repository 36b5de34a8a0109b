"""Panels of the editing screen: a text in both languages side by side, and what is only read there."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.admin.panels.base import get_form_for_model

from trials.editing.contacts import ContactRowForm
from trials.editing.registry_words import registry_words
from trials.editing.widgets import LineInput, WordsInput
from trials.translating.pins import is_out_of_date

LANGUAGE_NAMES = {"en": _("English"), "zh_hans": _("Chinese")}


def side_by_side(name: str, label: str | Promise, *, line: bool = False) -> FieldRowPanel:
    """The English and the Chinese of one text, in two columns."""
    widget = LineInput if line else WordsInput
    return FieldRowPanel(
        [
            FieldPanel(
                f"{name}_{column}",
                heading=format_lazy("{label} · {language}", label=label, language=language),
                widget=widget(column),
            )
            for column, language in LANGUAGE_NAMES.items()
        ],
        classname="side-by-side",
    )


def section(heading: str | Promise, *children: Panel, help_text: str | Promise = "") -> MultiFieldPanel:
    """A section of the page under its heading."""
    return MultiFieldPanel(list(children), heading=heading, help_text=help_text)


class ContactsPanel(InlinePanel):
    """The contacts, each offered the sites of its page."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        contacts = options["formsets"][self.relation_name]
        contacts["form"] = get_form_for_model(
            self.db_field.related_model,
            form_class=ContactRowForm,
            defer_required_on_fields=self.child_edit_handler.get_form_options()["defer_required_on_fields"],
        )
        contacts["inherit_kwargs"] = ["sites"]
        return options


class HiddenFieldPanel(FieldPanel):
    """A field that goes with the form without being shown: the key of a row."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(field_name, **{"widget": forms.HiddenInput(), "disable_comments": True, **kwargs})

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "trials/editing/hidden_field.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.heading = ""

        def get_comparison(self) -> list[Any]:
            return []


class ReadPanel(Panel):
    """Something shown on the editing screen that is not edited there."""

    def __init__(self, template: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.template = template

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "template": self.template}

    class BoundPanel(Panel.BoundPanel):
        @property
        def template_name(self) -> str:
            return self.panel.template


class RegistryWordsPanel(ReadPanel):
    """The registry's own wording of a passage, from the record the page was made from."""

    def __init__(self, passage: str, label: str | Promise, *, beside: str = "", **kwargs: Any) -> None:
        super().__init__(**{"template": "trials/editing/registry_words.html", **kwargs})
        self.passage, self.label, self.beside = passage, label, beside

    def clone_kwargs(self) -> dict[str, Any]:
        own = {"passage": self.passage, "label": self.label, "beside": self.beside}
        return {**super().clone_kwargs(), **own}

    class BoundPanel(ReadPanel.BoundPanel):
        @property
        def words(self) -> str:
            return registry_words(self.instance).get(self.panel.passage, "")

        @property
        def is_the_english(self) -> bool:
            """Whether the English it stands under says the same, so that nobody need compare."""
            column = f"{self.panel.beside}_en"
            return bool(self.panel.beside) and getattr(self.instance, column).strip() == self.words.strip()

        def is_shown(self) -> bool:
            return bool(self.words)


class RowRegistryWordsPanel(ReadPanel):
    """The registry's own wording of one criterion, in its row."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "trials/editing/row_registry_words.html", **kwargs})

    class BoundPanel(ReadPanel.BoundPanel):
        @property
        def translated_from(self) -> str:
            """The English the Chinese was made from, where that is not the English of today."""
            row = self.instance
            return row.translated_from["text"] if is_out_of_date(row, "text") else ""


class SitesPanel(ReadPanel):
    """How many sites there are, and the way to the screen where they are edited."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "trials/editing/sites_panel.html", **kwargs})

    class BoundPanel(ReadPanel.BoundPanel):
        @property
        def countries(self) -> int:
            return len({site.get("country") for site in self.instance.sites})
