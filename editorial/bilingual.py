"""Keeps the two languages of a translated model honest in saves and in revisions.

modeltranslation gives each registered field a column per language and keeps the unsuffixed base
column, which follows whatever language was active at the last save. Nobody reads the base columns
here; they are pinned to English and left out of revisions, so that no revision says one thing under
an English admin and another under a Chinese one.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils import translation
from modelcluster.models import get_serializable_data_for_fields, model_from_serializable_data
from modeltranslation.translator import NotRegistered, translator

from editorial.content import ENGLISH, Words


def base_fields(model: type[models.Model]) -> frozenset[str]:
    """Names of the unsuffixed columns of a registered model; empty for one without translations."""
    try:
        return frozenset(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return frozenset()


def words(instance: models.Model, name: str) -> Words:
    """Both languages of the translated field `name`, by their columns, whatever language is active."""
    return Words(en=getattr(instance, f"{name}_en") or "", zh_hans=getattr(instance, f"{name}_zh_hans") or "")


def _without_base(model: type[models.Model], stored: dict[str, Any]) -> dict[str, Any]:
    dropped = base_fields(model)
    return {name: value for name, value in stored.items() if name not in dropped}


class BilingualModel(models.Model):
    """Saves under English, so that the base columns never follow the editor's interface language."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with translation.override(ENGLISH):
            super().save(*args, **kwargs)

    def full_clean(self, exclude: Iterable[str] | None = None, **kwargs: Any) -> None:
        super().full_clean(exclude={*(exclude or ()), *base_fields(type(self))}, **kwargs)


class BilingualPage(BilingualModel):
    """For pages; stands before Page in the bases."""

    class Meta:
        abstract = True

    def serializable_data(self) -> dict[str, Any]:
        return _without_base(type(self), super().serializable_data())

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        return super().from_serializable_data(_without_base(cls, data), *args, **kwargs)


class BilingualRow(BilingualModel):
    """For child rows. They are no ClusterableModel: there is no super() to call, and an AttributeError

    here would be swallowed by Wagtail's RevisionMixin and take every row out of the revision.
    """

    class Meta:
        abstract = True

    def serializable_data(self) -> dict[str, Any]:
        return _without_base(type(self), get_serializable_data_for_fields(self))

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Any:
        return model_from_serializable_data(
            cls, _without_base(cls, data), check_fks=check_fks, strict_fks=strict_fks
        )
