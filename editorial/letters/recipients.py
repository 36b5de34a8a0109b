"""Who is told: members of groups, who wrote a page, who signed it; only people a mail can reach."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from wagtail.models import WorkflowState, get_default_page_content_type

from editorial.content import CHINESE, ENGLISH
from editorial.editions import reviews_behind
from editorial.models import Edition, SignOff, Wording
from editorial.people import AUTHORS, LEADS, TRANSLATORS
from editorial.submitting import newest_submitters

IN_CHINESE = Q(field__endswith="_zh_hans")
WRITTEN = {
    # An empty Chinese column stands in the first save of whoever made the page.
    CHINESE: IN_CHINESE & ~Q(text=""),
    ENGLISH: ~IN_CHINESE,
}
GROUP_OF_LANGUAGE = {CHINESE: TRANSLATORS, ENGLISH: AUTHORS}


def reachable() -> QuerySet:
    """Active people with an address."""
    return get_user_model().objects.filter(is_active=True).exclude(email="").order_by("pk")


def is_reachable(person: Any) -> bool:
    return bool(person is not None and person.is_active and person.email)


def members(*groups: str) -> list[Any]:
    return list(reachable().filter(groups__name__in=groups).distinct())


def writers(page_id: Any, owner: Any, languages: Iterable[str]) -> list[Any]:
    """Who wrote a page's words in these languages, facts counting as English.

    Where none of them can be reached, everybody whose work that language is: no fault goes unheard.
    """
    found: list[Any] = []
    for language in languages:
        wrote = _wrote(page_id, owner, language)
        found += wrote or members(GROUP_OF_LANGUAGE[language]) or members(AUTHORS, LEADS)
    return found


def _wrote(page_id: Any, owner: Any, language: str) -> list[Any]:
    wordings = Wording.objects.filter(WRITTEN[language], page_id=page_id)
    wrote = list(reachable().filter(pk__in=wordings.values("person")))
    return [*wrote, owner] if language == ENGLISH and is_reachable(owner) else wrote


def submitter(page_id: Any) -> list[Any]:
    """Whoever submitted the page last, as a list of one or none."""
    submissions = WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(), object_id=str(page_id)
    )
    last = submissions.select_related("requested_by").order_by("-created_at", "-pk").first()
    person = newest_submitters([page_id]).get(page_id) or (last and last.requested_by)
    return [person] if is_reachable(person) else []


def signers_of(edition: Edition) -> list[Any]:
    """Who signed an edition, at its publication or as still correct."""
    finals = SignOff.objects.filter(page_id=edition.page_id, scope=SignOff.Scope.FINAL, digest=edition.digest)
    return list(reachable().filter(pk__in=finals.values("person")))


def reviewers_of(edition: Edition) -> list[Any]:
    """Who reviewed the language or the medicine an edition's signature rested on."""
    people = (review.person for review in reviews_behind(edition))
    return [person for person in people if is_reachable(person)]


def each_once(people: Iterable[Any], *, but: Any) -> list[Any]:
    """Everybody once, without the person who did it."""
    return list({person.pk: person for person in people if person.pk != but.pk}.values())
