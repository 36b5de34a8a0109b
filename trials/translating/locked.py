"""Wording that is not ours: the registry's English and official Chinese keep every letter."""

from typing import Any

from django.utils.translation import gettext as _

from editorial.content import CHINESE, ENGLISH
from trials.labels import CriterionSource
from trials.tidy import tidy

NOT_OURS = {ENGLISH: CriterionSource.REGISTRY, CHINESE: CriterionSource.OFFICIAL}


def is_locked(holder: Any, name: str, lang: str) -> bool:
    """Whether no machine may touch this text of a page or row: registry English, official Chinese."""
    return name == "text" and getattr(holder, "source", "") == NOT_OURS.get(lang)


def is_the_registrys(english: str, registry_text: str) -> bool:
    """Whether a text is the registry's in each character; line ends and outer space are nobody's."""
    return tidy(english) == tidy(registry_text)


def fault(*, source: str, english: str, registry_text: str, has_record: bool, place: str) -> str:
    """What is wrong with a criterion's English for its source, in a sentence; "" for nothing.

    A page typed by hand has no record to compare with; there the editor's word is taken.
    """
    if source != CriterionSource.REGISTRY:
        return ""
    if not registry_text:
        return _unknown(place) if has_record else ""
    return "" if is_the_registrys(english, registry_text) else changed(place, registry_text)


def changed(place: str, registry_text: str) -> str:
    """The refusal of another wording, with the registry's own words."""
    return _(
        "%(place)s is the registry’s own wording, which is locked. The registry says: “%(words)s”. Put its "
        "words back, or choose “Editors’ wording”. What you want to say of it goes into the editors’ note."
    ) % {"place": place, "words": tidy(registry_text)}


def _unknown(place: str) -> str:
    return _(
        "%(place)s cannot count as the registry’s own wording: the registry’s record has no such words. "
        "Choose “Editors’ wording”."
    ) % {"place": place}
