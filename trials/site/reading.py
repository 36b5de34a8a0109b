"""A trial in one language, ready to be set: every sentence chosen, nothing left for a template to decide."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from editorial.content import ENGLISH, Words
from editorial.showing import Showing
from trials.content import Registry as RegistryEntry
from trials.content import Step, TrialContent
from trials.glossary.explaining import READ_BY_PATIENTS
from trials.labels import CriterionSource, Registry, label
from trials.site import sentences
from trials.site.asking import Asking, asking_about
from trials.site.contacts import ShownContact, shown_contacts
from trials.site.criteria import Group, criteria_groups
from trials.site.languages import HTML_LANG, PageLanguage, address
from trials.site.marks import Marks, at, at_names, at_whole_texts, marks_of
from trials.site.notices import beside_notices, doubts_contacts, in_words
from trials.site.places import Places, places_of, where_line
from trials.site.registry_facts import Row, at_a_glance, coded_facts, further_facts, quick_facts
from trials.site.review import Review, review_of
from trials.site.self_checkable import checkable
from trials.site.sharing import short_address
from trials.site.typeset import Linked
from trials.site.words import WordsExplained, link_first_uses, words_explained

NOT_LINKED = ("headline", "criteria")
"""The heading of the page, and the exact wording of the registry."""


@dataclass(frozen=True)
class ShownStep:
    time: str
    text: Linked
    marks: tuple[str, ...]


@dataclass(frozen=True)
class ShownSource:
    title: str
    url: str
    accessed: str
    marks: tuple[str, ...]


@dataclass(frozen=True)
class TrialReading:
    lang: str
    html_lang: str
    url: str
    address: str
    """The whole address, for paper."""
    short_address: str
    """The address to send on: it opens in the language of whoever opens it."""
    trial_id: str
    texts: Mapping[str, str]
    marks: Marks
    """Fixed sentences at the texts, by their names."""
    marks_of_names: str
    lay: Mapping[str, Linked]
    """The texts that explain the trial, with links to the words explained."""
    draft_notice: str
    urgent: tuple[sentences.NoticeWords, ...]
    status: sentences.StatusSentence
    why_stopped: str
    where: str
    glance: tuple[Row, ...]
    taking_part: tuple[ShownStep, ...]
    how_to_participate: tuple[ShownStep, ...]
    places: Places
    asking: Asking
    contacts: tuple[ShownContact, ...]
    contacts_doubt: str
    """Why not to trust the telephone numbers, while a notice says that they are wrong."""
    criteria: tuple[Group, ...]
    criteria_source: str
    quick_facts: tuple[Row, ...]
    further_facts: tuple[Row, ...]
    coded_facts: tuple[Row, ...]
    conditions: tuple[str, ...]
    byline: str
    registry_link: str
    registry_url: str
    registry_label: str
    attribution: str
    sources: tuple[ShownSource, ...]
    explanations: WordsExplained
    disclaimer: str
    review: Review
    withheld_heading: str
    self_check: bool
    """Whether there is a self-check to lead to, at `url` + "check/"."""
    preview: bool


def read_trial(showing: Showing, *, explains: bool = True) -> TrialReading:
    """Everything the trial page says in the language of `showing`.

    `explains` is whether the words explained stand on it, so that links can lead there.
    """
    with translation.override(showing.lang):
        return _reading(showing, showing.content, explains)


def _reading(showing: Showing, content: TrialContent, explains: bool) -> TrialReading:
    lang = showing.lang
    lay = _lay(content, lang, explains)
    marks = marks_of(content, lang=lang)
    contacts = shown_contacts(content.contacts, content.sites, lang=lang)
    status = _status(showing)
    places = places_of(content, status=status, notices=showing.notices, lang=lang, contacts=contacts)
    registry_label = sentences.from_the_registry(content)
    return TrialReading(
        lang=PageLanguage(lang, content.foreign_words),
        html_lang=HTML_LANG[lang],
        url=address(lang, content.path),
        address=settings.SITE_URL + address(lang, content.path),
        short_address=short_address(content.trial_id),
        trial_id=content.trial_id,
        texts=_texts(content, lang),
        marks=at_whole_texts(marks),
        marks_of_names=at_names(content, lang=lang),
        lay=lay,
        draft_notice=_draft_notice(showing),
        urgent=in_words(showing.notices),
        status=status,
        why_stopped=_why_stopped(content.facts.why_stopped.in_language(lang)),
        where=where_line(content.sites, lang=lang),
        glance=at_a_glance(content),
        taking_part=_steps(content.taking_part, "taking_part", lay, marks, lang),
        how_to_participate=_steps(content.how_to_participate, "how_to_participate", lay, marks, lang),
        places=places,
        asking=asking_about(content, lang=lang),
        contacts=_near(contacts, places),
        contacts_doubt=doubts_contacts(showing.notices),
        criteria=criteria_groups(content.criteria, lang=lang, marks=marks),
        criteria_source=_criteria_source(content, lang, registry_label),
        quick_facts=quick_facts(content),
        further_facts=further_facts(content),
        coded_facts=coded_facts(content),
        conditions=tuple(row.name.in_language(lang) for row in content.conditions),
        byline=sentences.byline(content),
        registry_link=registry_link(content.registry),
        registry_url=content.registry.url,
        registry_label=registry_label,
        attribution=sentences.registry_attribution(content),
        sources=_sources(content, marks, lang),
        explanations=words_explained(content.explanations, lay, lang),
        disclaimer=content.disclaimer.text.in_language(lang),
        review=review_of(showing),
        withheld_heading=_("Trial %(id)s") % {"id": content.trial_id},
        self_check=_has_self_check(showing),
        preview=showing.preview,
    )


def _has_self_check(showing: Showing) -> bool:
    content = showing.content
    return not showing.preview and showing.lang in content.languages and bool(checkable(content))


def registry_link(registry: RegistryEntry) -> str:
    """Words of the link to the registry, in the active language."""
    return _("View on %(registry)s →") % {"registry": label(Registry, registry.name)}


def _texts(content: TrialContent, lang: str) -> Mapping[str, str]:
    named = {field.name: getattr(content, field.name) for field in fields(content)}
    texts = {name: value.in_language(lang) for name, value in named.items() if isinstance(value, Words)}
    # A draft may have no headline yet, and a page no empty one.
    return MappingProxyType(texts | {"headline": texts["headline"] or content.trial_id})


def _lay(content: TrialContent, lang: str, explains: bool) -> Mapping[str, Linked]:
    """The texts and steps in the order of the page, each by its place."""
    texts = [
        (place, words.in_language(lang))
        for name in READ_BY_PATIENTS
        if name not in NOT_LINKED
        for place, words in _placed(name, getattr(content, name))
    ]
    return MappingProxyType(link_first_uses(texts, content.explanations if explains else (), lang))


def _placed(name: str, value: Words | tuple[Step, ...]) -> list[tuple[str, Words]]:
    return [(name, value)] if isinstance(value, Words) else [(f"{name}.{row.key}", row.text) for row in value]


def _why_stopped(reason: str) -> str:
    return _("Reason given by the registry: %(reason)s") % {"reason": reason} if reason else ""


def _draft_notice(showing: Showing) -> str:
    if not showing.preview:
        return ""
    return _("This is a draft. Nobody has signed it off, and the public cannot see it.")


def _status(showing: Showing) -> sentences.StatusSentence:
    facts = showing.content.facts
    status = sentences.status_sentence(facts, today=showing.today, review_due=showing.review_due)
    return beside_notices(status, showing.notices)


def _steps(
    steps: tuple[Step, ...], name: str, lay: Mapping[str, Linked], marks: Marks, lang: str
) -> tuple[ShownStep, ...]:
    return tuple(
        ShownStep(
            time=step.time.in_language(lang),
            text=lay[f"{name}.{step.key}"],
            marks=at(marks, f"{name}.{step.key}.text", f"{name}.{step.key}.time"),
        )
        for step in steps
    )


def _near(contacts: tuple[ShownContact, ...], places: Places) -> tuple[ShownContact, ...]:
    """Those for the whole trial and those of the sites shown; the rest stand with their sites."""
    shown = {"", *(site.key for site in places.nearest)}
    return tuple(contact for contact in contacts if contact.site in shown)


def _criteria_source(content: TrialContent, lang: str, registry_label: str) -> str:
    sources = {row.source for row in content.criteria} - {CriterionSource.EDITORS}
    if not sources:
        return ""
    told = {"label": registry_label}
    if lang == ENGLISH or sources == {CriterionSource.OFFICIAL}:
        return registry_label
    if CriterionSource.OFFICIAL in sources:
        return (
            _("%(label)s; put into Chinese by the editors, except what is marked “Official Chinese”") % told
        )
    return _("%(label)s; put into Chinese by the editors") % told


def _sources(content: TrialContent, marks: Marks, lang: str) -> tuple[ShownSource, ...]:
    return tuple(
        ShownSource(
            title=source.title.in_language(lang) or source.url,
            url=source.url,
            accessed=_("read on %(date)s") % {"date": sentences.date_words(source.accessed_on)}
            if source.accessed_on
            else "",
            marks=at(marks, f"sources.{source.key}.title"),
        )
        for source in content.sources
    )
