"""What both files say: the trial in one language, its edition, and where to check it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from editorial.editions import day_of
from editorial.showing import Showing
from trials.content import Facts
from trials.labels import Phase, plain_label
from trials.site.frame import name_of_site
from trials.site.reading import read_trial
from trials.site.review import CODE_LENGTH, verify_address
from trials.site.sentences import phase_line, review_day
from trials.take_away.qr import qr_picture


def words_of(showing: Showing) -> Mapping[str, Any]:
    """The context of the templates of a file, in the active language, which is that of `showing`."""
    reading = read_trial(showing, explains=False)
    verify = verify_address(showing.edition)
    return {
        "t": reading,
        "site_name": name_of_site(showing.site, showing.lang),
        "phase": _phase(showing.content.facts),
        "code": showing.edition.digest[:CODE_LENGTH],
        "edition_line": _edition_line(showing),
        "verify": verify,
        "qr": qr_picture(verify),
        "demo": settings.DEMO,
        "title": f"{reading.trial_id} – {reading.texts['headline']}",
    }


def _phase(facts: Facts) -> str:
    # "Phase: NA" says nothing to whoever holds the paper.
    return plain_label(Phase, Phase.NA) if facts.phases == (Phase.NA,) else phase_line(facts)


def _edition_line(showing: Showing) -> str:
    edition = showing.edition
    return _("Edition %(number)s of %(date)s") % {
        "number": edition.number,
        "date": review_day(day_of(edition.published_at)),
    }
