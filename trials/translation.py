"""Which fields have two languages. Name columns explicitly (`headline_en`, `headline_zh_hans`)."""

from django.db import models
from django.utils.text import format_lazy
from modeltranslation.translator import TranslationOptions, translator

from trials.editing.panels import LANGUAGE_NAMES
from trials.models import (
    Condition,
    CriterionRow,
    GlossaryTerm,
    HomePage,
    InformationPage,
    InterventionRow,
    Organisation,
    ParticipationStep,
    Passage,
    Place,
    SourceRow,
    TakingPartStep,
    TrialPage,
)

NAMED = (Organisation, Condition, Place)
ROWS = (InterventionRow, TakingPartStep, ParticipationStep, CriterionRow, SourceRow)
PAGES = (TrialPage, HomePage, InformationPage)


def register_words(model: type[models.Model], names: tuple[str, ...]) -> None:
    """Give each of `names` an English and a Chinese column, empty rather than null when unwritten."""
    unwritten = {"default": {"null": False, "default": ""}}
    options = {"fields": names, "field_options": dict.fromkeys(names, unwritten)}
    translator.register(model, type(f"{model.__name__}Translation", (TranslationOptions,), options))
    for name in names:
        # The base column repeats the English; a reference found in it would be counted twice.
        model._meta.get_field(name).wagtail_reference_index_ignore = True
        _name_columns(model, name)


def _name_columns(model: type[models.Model], name: str) -> None:
    said = model._meta.get_field(name).verbose_name
    for column, language in LANGUAGE_NAMES.items():
        field = model._meta.get_field(f"{name}_{column}")
        field.verbose_name = format_lazy("{name} · {language}", name=said, language=language)


for model in NAMED:
    register_words(model, ("name",))
for model in (*ROWS, *PAGES, GlossaryTerm, Passage):
    register_words(model, model.WORDS)
