"""What to do by telephone when the registry names no contact."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trials.content import TrialContent
from trials.site.names import facility_names
from trials.site.places import HOME_COUNTRY

# What a switchboard in China calls the office; said in Chinese on the English page too.
OFFICE = "药物临床试验机构办公室"
MOST_NAMED = 3


@dataclass(frozen=True)
class Asking:
    hospital_line: str
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
        office_line=_office(bool(at_home)),
        number_line=_("Say the trial number: %(id)s.") % {"id": content.trial_id},
    )


def _office(at_home: bool) -> str:
    if not at_home:
        return _("Ask for the clinical-trial office.")
    return _("Ask for the clinical-trial office (in Chinese: %(office)s).") % {"office": OFFICE}
