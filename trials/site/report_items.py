"""The parts of a trial's page a reader may say are wrong, by their anchors, and the texts behind each."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.content import ENGLISH, Words
from trials.content import TrialContent
from trials.reviewing.places import criterion_labels
from trials.site import typeset
from trials.site.typeset.foreign import by_language

FIRST_WORDS = {ENGLISH: 48}
FIRST_CHARACTERS = 20
"""Of a criterion in the list; a Chinese character is twice as wide as a letter."""


class Section(NamedTuple):
    heading: Promise
    fields: tuple[str, ...]
    """Fields of TrialContent whose texts stand there."""
    always: bool = False
    """The page has it whether there is a text of an editor or not."""


SECTIONS: Mapping[str, Section] = {
    "glance": Section(gettext_lazy("At a glance"), ("key_points",), always=True),
    "studies": Section(gettext_lazy("What this trial studies"), ("what_it_studies",)),
    "fit": Section(gettext_lazy("Who should consider this trial"), ("good_fit", "not_a_fit")),
    "taking-part": Section(gettext_lazy("What taking part involves"), ("taking_part",)),
    "why": Section(
        gettext_lazy("Why it matters"),
        ("potential_benefit", "possible_harms", "not_known", "similar_studies"),
    ),
    "costs": Section(gettext_lazy("Costs and payments"), ("costs",)),
    "rights": Section(gettext_lazy("Your choice and your rights"), ("rights",)),
    "places": Section(gettext_lazy("Where this trial is running"), ("sites",)),
    "contacts": Section(gettext_lazy("Study contacts"), ("contacts",), always=True),
    "how": Section(gettext_lazy("How to participate"), ("how_to_participate",)),
    "criteria": Section(gettext_lazy("Eligibility criteria, for you and your doctor"), ("criteria",)),
    "words": Section(gettext_lazy("Words explained"), ("explanations",)),
    "registry": Section(gettext_lazy("For doctors: registry facts"), ("official_title",), always=True),
    "about": Section(gettext_lazy("About this page"), ("sources", "disclaimer"), always=True),
}
HEARD_OF_CONTACT = ("role", "telephone", "checked_on")


class Choices(NamedTuple):
    """Anchor and name of each part, as the form lists them in the active language."""

    sections: tuple[tuple[str, str], ...]
    criteria: tuple[tuple[str, str], ...]

    def __contains__(self, item: object) -> bool:
        return any(item == anchor for part in self for anchor, _name in part)


def choices(content: TrialContent, lang: str) -> Choices:
    """What a reader of `lang` may choose beside the page as a whole: nothing that language does not say."""
    if lang not in content.languages:
        return Choices((), ())
    written = {pair.place.split(".")[0] for pair in content.pairs() if pair.words.in_language(lang)}
    sections = tuple(
        (anchor, str(section.heading))
        for anchor, section in SECTIONS.items()
        if section.always or written & {*section.fields}
    )
    return Choices(sections, tuple(_criteria(content, lang)))


def item_label(content: TrialContent, item: str) -> str:
    """What stands at an anchor, in the active language; the anchor itself where nothing is known of it."""
    if not item:
        return _("The whole page")
    if item in SECTIONS:
        return str(SECTIONS[item].heading)
    return criterion_labels(content.criteria).get(item, item)


def places_of_item(content: TrialContent, item: str) -> tuple[str, ...]:
    """The places of the texts, and of the facts of a contact, that stand at an anchor, in reading order."""
    texts = tuple(pair.place for pair in content.pairs())
    if item not in SECTIONS:
        return tuple(place for place in texts if item and place.startswith(f"criteria.{item}."))
    if item == "contacts":
        return tuple(_of_contacts(content))
    fields = SECTIONS[item].fields
    return tuple(place for place in texts if place.split(".")[0] in fields)


def _criteria(content: TrialContent, lang: str) -> Iterator[tuple[str, str]]:
    labels = criterion_labels(content.criteria)
    text_of: dict[str, Words] = {row.key: row.text for row in content.criteria}
    for key, name in labels.items():
        first = _first_words(text_of[key].in_language(lang), lang, content.foreign_words)
        yield key, _("%(place)s: %(part)s") % {"place": name, "part": first} if first else name


def _first_words(text: str, lang: str, names: tuple[str, ...]) -> str:
    """The beginning of a text as it is heard, up to a word of the other language.

    A list to choose from has no place to mark one.
    """
    heard = typeset.heard(typeset.one_line(text), lang)
    first, foreign = next(by_language(heard, lang, names), ("", None))
    if foreign:
        return ""
    most = FIRST_WORDS.get(lang, FIRST_CHARACTERS)
    cut = Truncator(first.strip(" ,;，；（(")).chars(most, truncate="…")
    return first if cut == first == heard else f"{cut.rstrip('… ')}…"


def _of_contacts(content: TrialContent) -> Iterator[str]:
    known = {place for place, _value in content.every_fact()}
    for contact in content.contacts:
        for part in HEARD_OF_CONTACT:
            if (place := f"contacts.{contact.key}.{part}") in known:
                yield place
