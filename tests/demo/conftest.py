import pytest
from django.utils import timezone

from demo.office import Office
from demo.people import ensure_people
from demo.site import ensure_disclaimer, ensure_site_names
from trials.tree import ensure_tree


@pytest.fixture
def office(db: None) -> Office:
    """The demonstration's people, site and disclaimer, with no page written yet."""
    team, _made = ensure_people()
    tree = ensure_tree()
    ensure_site_names()
    ensure_disclaimer(by=team["lead"])
    return Office(team, tree, timezone.now())
