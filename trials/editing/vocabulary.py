"""A shared name made from a page's chooser, with the same fields and the same log as on its own screen."""

from typing import Any

from django import forms
from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.log_actions import log
from wagtail.snippets.views.chooser import SnippetChooserViewSet, SnippetCreateView

from trials.editing.panels import LANGUAGE_NAMES
from trials.editing.widgets import LineInput


class NameCreateView(SnippetCreateView):
    def save_form(self, form: forms.ModelForm) -> models.Model:
        # Wagtail logs what is made on the vocabulary's own screen only; four eyes are judged by this log.
        made = super().save_form(form)
        log(made, "wagtail.create", user=self.request.user, content_changed=True)
        return made


class NameChooserViewSet(SnippetChooserViewSet):
    create_view_class = NameCreateView


def chooser_of(
    model: type[models.Model], *further: str, widgets: dict[str, forms.Widget] | None = None
) -> type[NameChooserViewSet]:
    """A chooser that also makes a new row: its name in both languages, and the `further` fields."""
    form = forms.modelform_factory(
        model,
        form=WagtailAdminModelForm,
        fields=[*further, *(f"name_{column}" for column in LANGUAGE_NAMES)],
        labels={f"name_{column}": _called(column) for column in LANGUAGE_NAMES},
        widgets={f"name_{column}": LineInput(column) for column in LANGUAGE_NAMES} | (widgets or {}),
    )
    return type(f"{model.__name__}ChooserViewSet", (NameChooserViewSet,), {"creation_form_class": form})


def _called(column: str) -> Any:
    return format_lazy("{label} · {language}", label=_("Name"), language=LANGUAGE_NAMES[column])
