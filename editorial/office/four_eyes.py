"""Who wrote words of the pages on the desk; the ledger is read in full only where it can say yes."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import ModelLogEntry, Page

from editorial.authors import WRITING, written_by
from editorial.models import Wording


class FourEyes:
    """Answers for `people` and `pages` given at once, so that those who wrote nothing cost no query."""

    def __init__(self, people: Iterable[Any], pages: Iterable[Page]) -> None:
        ids, page_ids = {person.pk for person in people}, {page.pk for page in pages}
        wordings = Wording.objects.filter(person__in=ids, page__in=page_ids)
        self._wrote_something = set(wordings.values_list("person_id", "page_id").distinct())
        names = ModelLogEntry.objects.filter(user__in=ids, action__in=WRITING)
        self._edited_names = set(names.order_by().values_list("user_id", flat=True).distinct())
        self._told: dict[tuple[Any, Any], bool] = {}

    def wrote(self, person: Any, page: Page) -> bool:
        """Whether the person wrote words of the page's newest draft that nobody signed yet."""
        key = (person.pk, page.pk)
        may_have = key in self._wrote_something or page.owner_id == person.pk
        if not (may_have or person.pk in self._edited_names):
            return False
        if key not in self._told:
            revision = page.latest_revision
            self._told[key] = bool(revision and written_by(person, revision.as_object(), revision))
        return self._told[key]
