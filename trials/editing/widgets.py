"""Inputs of the editing screen: each says which language is written in it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.functional import Promise
from wagtail.admin.widgets import AdminAutoHeightTextInput

HTML_LANG = {"en": "en", "zh_hans": "zh-Hans"}


class WordsInput(AdminAutoHeightTextInput):
    """A text area that grows with its text, in one language, with the line ends the database has."""

    def __init__(self, column: str) -> None:
        super().__init__(attrs={"lang": HTML_LANG[column], "spellcheck": "true"})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        # Browsers post CRLF; kept, every save would count each longer text as changed.
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n") if isinstance(value, str) else value


class LineInput(forms.TextInput):
    """A single line in one language."""

    def __init__(self, column: str) -> None:
        super().__init__(attrs={"lang": HTML_LANG[column]})


class KeepingSelect(forms.Select):
    """A select that also offers the stored value when it is none of the choices, so that no save loses it."""

    def optgroups(self, name: str, value: list[str], attrs: Mapping[str, Any] | None = None) -> list[Any]:
        known = {str(code) for code, _label in self.choices}
        unknown = [(code, code) for code in value if code and code not in known]
        if not unknown:
            return super().optgroups(name, value, attrs)
        kept, self.choices = self.choices, [*self.choices, *unknown]
        try:
            return super().optgroups(name, value, attrs)
        finally:
            self.choices = kept


class CodeSelect(KeepingSelect):
    """Offers the codes we have words for; one the registry has invented since is kept."""

    def __init__(self, kind: type[TextChoices], *, empty: str | Promise = "—") -> None:
        super().__init__(choices=[("", empty), *kind.choices])


class PhasesField(forms.TypedMultipleChoiceField):
    """Tick boxes for phases; phases the registry has invented since stay ticked and are kept."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value: str) -> bool:
        return super().valid_value(value) or value in (self.stored or ())

    stored: tuple[str, ...] = ()

    def offer(self, stored: list[str]) -> None:
        """Add what is stored on the page to the choices."""
        self.stored = tuple(stored)
        known = {code for code, _label in self.choices}
        self.choices = [*self.choices, *((code, code) for code in stored if code not in known)]
