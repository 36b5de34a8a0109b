"""What to do by telephone when the registry names no contact."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trials.content import Site, TrialContent
from trials.site.names import facility_names
from trials.site.places import HOME_COUNTRY

# What a switchboard in China calls the office; said in Chinese on the English page too.
OFFICE = "药物临床试验机构办公室"
MOST_NAMED = 3


@dataclass(frozen=True)
class Asking:
    hospital_line: str
    telephone_line: str
    """How to find the number; "" where no hospital is named."""
    registered: tuple[str, ...]
    """Hospital, city and country in the registry's English, for a page whose own words are withheld."""
    office_line: str
    number_line: str


def asking_about(content: TrialContent, *, lang: str) -> Asking:
    """Which hospital to ring, whom to ask for, what to say."""
    at_home = [site for site in content.sites if site.country_code == HOME_COUNTRY]
    named = [name for name in facility_names(at_home or content.sites, lang=lang).values() if name]
    hospitals = pgettext("between names", ", ").join(list(dict.fromkeys(named))[:MOST_NAMED])
    return Asking(
        hospital_line=_("Ring the hospital’s switchboard: %(hospitals)s.") % {"hospitals": hospitals}
        if hospitals
        else "",
        telephone_line=_("You find the telephone on the hospital’s own website.") if hospitals else "",
        registered=_registered(at_home or content.sites),
        office_line=_office(bool(at_home)),
        number_line=_("Say the trial number: %(id)s.") % {"id": content.trial_id},
    )


def _registered(sites: Sequence[Site]) -> tuple[str, ...]:
    named = (site for site in sites if site.facility.en)
    lines = (
        ", ".join(filter(None, (site.facility.en, site.city.en, site.country.en or site.country_code)))
        for site in named
    )
    return tuple(dict.fromkeys(lines))[:MOST_NAMED]


def _office(at_home: bool) -> str:
    if not at_home:
        return _("Ask for the clinical-trial office.")
    return _("Ask for the clinical-trial office (in Chinese: %(office)s).") % {"office": OFFICE}
