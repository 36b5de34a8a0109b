"""Panels of the editing screen: a text in both languages side by side, and what is only read there."""

from typing import Any

from django import forms
from django.utils.functional import Promise, cached_property
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.admin.panels.base import get_form_for_model

from trials.editing.beside import Beside, place_of
from trials.editing.contacts import ContactRowForm
from trials.editing.registry_words import registry_words
from trials.editing.widgets import LineInput, WordsInput
from trials.translating.locked import is_the_registrys

COLUMNS = {"english": "en", "chinese": "zh_hans"}
LANGUAGE_NAMES = {"en": _("English"), "zh_hans": _("Chinese")}


class BesidePanel(FieldRowPanel):
    """A text in both languages, and below it what is known of it: stale, terms, queries, memory, passages."""

    def __init__(self, children: Any = (), *args: Any, name: str = "", **kwargs: Any) -> None:
        super().__init__(children, *args, **kwargs)
        self.name = name

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "name": self.name}

    class BoundPanel(FieldRowPanel.BoundPanel):
        template_name = "trials/editing/side_by_side.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            place = place_of(self.instance, self.panel.name)
            return {**context, **self._beside(place)} if place else context

        def _beside(self, place: str) -> dict[str, Any]:
            page = getattr(self.instance, "page", self.instance)
            fields = {lang: self.form[f"{self.panel.name}_{column}"] for lang, column in COLUMNS.items()}
            said = {lang: field.value() or "" for lang, field in fields.items()}
            if not any(said.values()):
                return {}  # Of an unwritten text there is nothing to say.
            known = Beside.on_screen(self.request, page).of(place)
            ids = {f"{lang}_id": field.id_for_label for lang, field in fields.items()}
            wants_chinese = bool(said["english"]) and (not said["chinese"] or known["stale"] is not None)
            return {**known, **said, **ids, "request": self.request, "wants_chinese": wants_chinese}


def side_by_side(name: str, label: str | Promise, *, line: bool = False) -> BesidePanel:
    """The English and the Chinese of one text, in two columns."""
    widget = LineInput if line else WordsInput
    return BesidePanel(
        [
            FieldPanel(
                f"{name}_{column}",
                heading=format_lazy("{label} · {language}", label=label, language=language),
                widget=widget(column),
            )
            for column, language in LANGUAGE_NAMES.items()
        ],
        name=name,
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


class FindingsPanel(ReadPanel):
    """What the checks find in the draft and how far both languages have come; kept up to date by a script."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "trials/editing/findings_panel.html", **kwargs})

    class BoundPanel(ReadPanel.BoundPanel):
        @cached_property
        def look(self) -> Any:
            from trials.editing.live import look_at

            return look_at(self.form)

        def is_shown(self) -> bool:
            return self.instance.pk is not None


class FindingsLinkPanel(ReadPanel):
    """The way to the findings from another tab."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "trials/editing/findings_link.html", **kwargs})

    class BoundPanel(ReadPanel.BoundPanel):
        def is_shown(self) -> bool:
            return self.instance.pk is not None


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
        def is_the_english(self) -> bool:
            return is_the_registrys(self.instance.text_en, self.instance.registry_text)


class SitesPanel(ReadPanel):
    """How many sites there are, and the way to the screen where they are edited."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "trials/editing/sites_panel.html", **kwargs})

    class BoundPanel(ReadPanel.BoundPanel):
        @property
        def countries(self) -> int:
            return len({site.get("country") for site in self.instance.sites})
