"""Wording that is not ours: the registry's English and official Chinese keep every letter."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _

from editorial.content import CHINESE, ENGLISH
from trials.labels import CriterionGroup, CriterionSource, label
from trials.tidy import tidy

NOT_OURS = {
    # Official Chinese stands beside the registry's English, under the same heading.
    ENGLISH: (CriterionSource.REGISTRY, CriterionSource.OFFICIAL),
    CHINESE: (CriterionSource.OFFICIAL,),
}


def is_locked(holder: Any, name: str, lang: str) -> bool:
    """Whether no machine may touch this text of a page or row: registry English, official Chinese."""
    return name == "text" and getattr(holder, "source", "") in NOT_OURS.get(lang, ())


def is_the_registrys(english: str, registry_text: str) -> bool:
    """Whether a text is the registry's in each character; line ends and outer space are nobody's."""
    return tidy(english) == tidy(registry_text)


def fault(*, source: str, english: str, registry_text: str, has_record: bool, place: str) -> str:
    """What is wrong with a criterion's English for its source, in a sentence; "" for nothing.

    A page typed by hand has no record to compare with; there the editor's word is taken.
    """
    if source not in NOT_OURS[ENGLISH]:
        return ""
    if not registry_text:
        return _unknown(place, source) if has_record else ""
    return "" if is_the_registrys(english, registry_text) else changed(place, registry_text)


def changed(place: str, registry_text: str) -> str:
    """The refusal of another wording, with the registry's own words."""
    return _(
        "%(place)s is the registry’s own wording, which is locked. The registry says: “%(words)s”. Put its "
        "words back, or choose “Editors’ wording”. What you want to say of it goes into the editors’ note."
    ) % {"place": place, "words": tidy(registry_text)}


def moved(place: str, groups: Collection[str]) -> str:
    """The refusal of the registry's words in another list than the registry's."""
    lists = " / ".join(label(CriterionGroup, group) for group in CriterionGroup.values if group in groups)
    return _(
        "%(place)s is the registry’s own wording, but the registry lists it under “%(lists)s”. Put it back "
        "there, or choose “Editors’ wording”."
    ) % {"place": place, "lists": lists}


def _unknown(place: str, source: str) -> str:
    if source == CriterionSource.OFFICIAL:
        return _(
            "%(place)s cannot stand under “From the registry” with official Chinese: the registry’s record "
            "has no such words. Choose “Editors’ wording”."
        ) % {"place": place}
    return _(
        "%(place)s cannot count as the registry’s own wording: the registry’s record has no such words. "
        "Choose “Editors’ wording”."
    ) % {"place": place}
