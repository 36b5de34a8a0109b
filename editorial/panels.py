"""Panels of the office's own forms: a text in its two languages side by side."""

from typing import Any

from django import forms
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

COLUMNS = {"en": "en", "zh_hans": "zh-Hans"}
"""The ending of a column, and what a screen reader is told of its language."""


def pair(heading: Any, name: str) -> MultiFieldPanel:
    """The English and the Chinese column of `name` in one row, each input saying its language."""
    fields = [
        FieldPanel(f"{name}_{column}", widget=forms.TextInput(attrs={"lang": lang}))
        for column, lang in COLUMNS.items()
    ]
    return MultiFieldPanel([FieldRowPanel(fields)], heading=heading)
