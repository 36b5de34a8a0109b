"""What may be suggested on a page, who suggests and who answers: asked by the acts and by the screens."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from editorial import refusals
from editorial.content import CHINESE, ENGLISH, LANGUAGES, UNWRITTEN, SignedContent, Words
from editorial.desk import Desk
from editorial.models import Suggestion
from editorial.people import (
    AUTHORS,
    LANGUAGE_REVIEWERS,
    LEADS,
    MEDICAL_REVIEWERS,
    SIGNERS,
    TRANSLATORS,
    belongs_to,
)
from editorial.refusals import SignOffRefused

SUGGESTERS = (LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS, LEADS)
ANSWERERS = {ENGLISH: (AUTHORS,), CHINESE: (AUTHORS, TRANSLATORS)}
LONGEST_WORDING = 20_000


def open_suggestions() -> QuerySet[Suggestion]:
    return Suggestion.objects.filter(status=Suggestion.Status.OPEN).select_related("person")


def answerable_by(person: Any) -> QuerySet[Suggestion]:
    """The open suggestions, oldest first, that this person may accept or decline."""
    languages = [lang for lang, groups in ANSWERERS.items() if belongs_to(person, *groups)]
    pages = page_permission_policy.instances_user_has_permission_for(person, "change")
    return open_suggestions().filter(language__in=languages, page__in=pages).exclude(person=person)


def words_at(content: SignedContent, place: str) -> Words:
    """Both languages of the text at `place`; a pair nobody has written is not among the pairs."""
    return next((pair.words for pair in content.pairs() if pair.place == place), UNWRITTEN)


def require_answerer(desk: Desk, suggestion: Suggestion, person: Any) -> None:
    """Somebody who writes this language of pages, and did not make the suggestion; else SignOffRefused."""
    groups = ANSWERERS[suggestion.language]
    refusals.require_member(person, *groups, act=_("answer a suggestion"))
    refusals.require_page_permission(desk, person)
    if suggestion.person_id == person.pk:
        raise SignOffRefused(_("You made this suggestion: somebody else has to answer it."))


def require_unlocked(desk: Desk, person: Any) -> None:
    """As on Wagtail's editing screen: a page somebody locked is not written."""
    lock = desk.page.get_lock()
    if lock and lock.for_user(person):
        raise SignOffRefused(_("This page is locked: nobody can change it now."))


def standing(desk: Desk, place: str, language: str) -> str:
    """What the draft says at a place that can be suggested for; SignOffRefused for any other."""
    if language not in LANGUAGES:
        raise SignOffRefused(_("Suggestions are made for the English or the Chinese text."))
    if desk.page.can_write(place):
        return words_at(desk.content, place).in_language(language)
    if any(pair.place == place for pair in desk.content.pairs()):
        raise SignOffRefused(
            _("This name is shared with other pages: it is changed in the vocabulary, not here.")
        )
    raise SignOffRefused(_("This text is on the page no longer."))


def as_written(desk: Desk, place: str, language: str, wording: str) -> str:
    """The wording as the page would say it; tried on the draft in memory, which is of no use afterwards."""
    if not wording.strip():
        raise SignOffRefused(_("Please write the wording you suggest."))
    if len(wording) > LONGEST_WORDING:
        told = {"number": LONGEST_WORDING}
        raise SignOffRefused(_("The wording is too long: at most %(number)d characters.") % told)
    try:
        ProhibitNullCharactersValidator()(wording)
        desk.page.write(place, language, wording)
    except ValidationError as refused:
        raise SignOffRefused(" ".join(refused.messages)) from refused
    return words_at(desk.page.build_content(), place).in_language(language)
