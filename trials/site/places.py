"""Sites as the reader meets them: by country, the readers' own first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext, pgettext

from editorial.models import UrgentNotice
from trials.content import Site, TrialContent
from trials.site.contacts import ShownContact
from trials.site.names import name_in
from trials.site.sentences import StatusSentence, place, sites_line
from trials.site.sentences.site_status import site_status_line

HOME_COUNTRY = "China"
MOST_SHOWN = 8


@dataclass(frozen=True)
class ShownSite:
    key: str
    facility: str
    place: str
    status: str
    """Only where it differs from the trial's and may be said today."""
    contacts: tuple[ShownContact, ...]


@dataclass(frozen=True)
class Country:
    anchor: str
    line: str
    sites: tuple[ShownSite, ...]


@dataclass(frozen=True)
class Places:
    """What the trial page says of its sites: counts by country, the first few, whether there are more."""

    line: str
    all_line: str
    total: int
    countries: tuple[Country, ...]
    nearest: tuple[ShownSite, ...]
    more: bool


def places_of(
    content: TrialContent,
    *,
    status: StatusSentence,
    notices: Sequence[UrgentNotice],
    lang: str,
    contacts: Sequence[ShownContact] = (),
) -> Places:
    """Group in the active language; `nearest` are the first sites, those in China before all others."""
    sites = content.sites
    countries = _countries(
        sites, lang, lambda site: site_status_line(site, content, status, notices), contacts
    )
    ordered = [site for country in countries for site in country.sites]
    return Places(
        line=sites_line(sites),
        all_line=_counted(len(sites)),
        total=len(sites),
        countries=countries,
        nearest=tuple(ordered[:MOST_SHOWN]),
        more=not shows_every_site(sites),
    )


def shows_every_site(sites: Sequence[Site]) -> bool:
    """Whether the trial page names each site, with its contacts, and leaves none to the list of all sites."""
    return len(sites) <= MOST_SHOWN


def where_line(sites: Sequence[Site], *, lang: str) -> str:
    """The one hospital with its town, else how many sites and where."""
    if len(sites) != 1 or not sites[0].facility:
        return sites_line(sites)
    return pgettext("hospital and town", "%(hospital)s, %(town)s") % {
        "hospital": name_in(sites[0].facility, lang),
        "town": place(sites[0]),
    }


def _countries(
    sites: Sequence[Site],
    lang: str,
    status_line: Callable[[Site], str],
    contacts: Sequence[ShownContact],
) -> tuple[Country, ...]:
    by_code: dict[str, list[Site]] = {}
    for site in sites:
        by_code.setdefault(site.country_code, []).append(site)
    reached: dict[str, list[ShownContact]] = {}
    for contact in contacts:
        reached.setdefault(contact.site, []).append(contact)
    codes = sorted(by_code, key=lambda code: (code != HOME_COUNTRY, -len(by_code[code]), code))
    return tuple(
        Country(
            anchor=f"country-{number}",
            line=_in_country(name_in(by_code[code][0].country, lang) or code, len(by_code[code])),
            sites=tuple(
                ShownSite(
                    key=site.key,
                    facility=name_in(site.facility, lang),
                    place=place(site),
                    status=status_line(site),
                    contacts=tuple(reached.get(site.key, ())),
                )
                for site in by_code[code]
            ),
        )
        for number, code in enumerate(codes, start=1)
    )


def _counted(count: int) -> str:
    return ngettext("All %(count)s site", "All %(count)s sites", count) % {"count": f"{count:,}"}


def _in_country(country: str, count: int) -> str:
    return ngettext("%(country)s: %(count)s site", "%(country)s: %(count)s sites", count) % {
        "country": country,
        "count": f"{count:,}",
    }
