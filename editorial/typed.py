"""What a posted form says that a version of its page does not, field by field and row by row."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.panels import get_edit_handler
from wagtail.models import Page

COMMENTS = "comments"


class Typed(NamedTuple):
    label: str
    text: str
    standing: str
    """What the version says there; empty where it says nothing, or has no such row."""
    lang: str


def typed_anew(request: HttpRequest, page: Page) -> Iterator[Typed]:
    """Each posted value of the editing form that differs from `page`, in the order of the form."""
    form_class = get_edit_handler(type(page)).get_form_class()
    form = form_class(request.POST, instance=page, for_user=request.user)
    yield from _changed(form, "")
    for name, rows in form.formsets.items():
        if name != COMMENTS:
            yield from _changed_rows(rows)


def _changed_rows(rows: BaseInlineFormSet) -> Iterator[Typed]:
    standing = list(getattr(rows.instance, rows.rel_name).all())
    for number in _numbers(rows):
        prefix = f"{rows.prefix}-{number}"
        if rows.data.get(f"{prefix}-DELETE"):
            continue
        key = rows.data.get(f"{prefix}-key", "")
        row = next((row for row in standing if key and getattr(row, "key", "") == key), None)
        if row is None and any(not list(_changed(_row_form(rows, prefix, kept), "")) for kept in standing):
            # A row without a key is what it names, and it stands there.
            continue
        called = capfirst(f"{rows.model._meta.verbose_name} {key or number + 1}")
        yield from _changed(_row_form(rows, prefix, row or rows.model()), f"{called}: ")


def _numbers(rows: BaseInlineFormSet) -> list[int]:
    found = (re.match(rf"{re.escape(rows.prefix)}-(\d+)-", name) for name in rows.data)
    return sorted({int(match[1]) for match in found if match})


def _row_form(rows: BaseInlineFormSet, prefix: str, row: Any) -> forms.ModelForm:
    return rows.form(rows.data, prefix=prefix, instance=row, **rows.form_kwargs)


def _changed(form: forms.ModelForm, called: str) -> Iterator[Typed]:
    for bound in form:
        if bound.is_hidden or bound.html_name not in form.data or bound.name not in form.changed_data:
            continue
        typed = bound.field.widget.value_from_datadict(form.data, form.files, bound.html_name)
        label = called + capfirst(str(bound.label))
        lang = bound.field.widget.attrs.get("lang", "")
        yield Typed(label, _shown(bound.field, typed), _shown(bound.field, bound.initial), lang)


def _shown(field: forms.Field, value: Any) -> str:
    """A value as an editor knows it: a choice by its label, a chosen row by its name."""
    if isinstance(value, list | tuple):
        return ", ".join(_shown_one(field, one) for one in value)
    return _shown_one(field, value)


def _shown_one(field: forms.Field, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(field, forms.ModelChoiceField):
        return _named(field, value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    labels = {str(code): str(label) for code, label in getattr(field.widget, "choices", ())}
    return labels.get(str(value), str(value))


def _named(field: forms.ModelChoiceField, value: Any) -> str:
    try:
        return str(field.to_python(value))
    except ValidationError:
        return str(value)
