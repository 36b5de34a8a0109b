"""Trials whose page tells people to stay away for now, whatever the registry says of recruitment."""

from typing import Any

from editorial.models import UrgentNotice
from editorial.notices import stands

Kind = UrgentNotice.Kind

# Beside one of these nothing may invite anybody to a hospital.
SPEAKS_AGAINST = frozenset({Kind.PAUSED, Kind.SAFETY, Kind.CLOSED})


def pages_held_back() -> frozenset[Any]:
    """The pages above which a genuine notice of these kinds stands; few at any time."""
    notices = UrgentNotice.objects.filter(kind__in=SPEAKS_AGAINST)
    return frozenset(notice.page_id for notice in notices if stands(notice))
