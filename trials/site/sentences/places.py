"""Where a trial runs, in one line."""

from collections.abc import Iterable, Sequence

from django.utils.translation import get_language, gettext, ngettext, pgettext

from editorial.content import CHINESE
from trials.content import Site
from trials.site.sentences.facts import in_reading_language

HOME_COUNTRY = "China"
MOST_PLACES_NAMED = 3


def place(site: Site) -> str:
    """ "Suzhou, Jiangsu" or, abroad, "Osaka, Japan"; in English where Chinese is missing."""
    if get_language() == CHINESE and (_is_home(site) or site.country.zh_hans):
        return _in_chinese(site)
    return _western((site.city.en, _region_in_english(site), "" if _is_home(site) else site.country.en))


def sites_line(sites: Sequence[Site]) -> str:
    """How many sites, and where: places by name while they are few, else countries."""
    if not sites:
        return gettext("The registry lists no site")
    places = dict.fromkeys(where for site in sites if (where := place(site)))
    if not 1 <= len(places) <= MOST_PLACES_NAMED:
        return _by_country(sites)
    return ngettext("%(count)s site (%(places)s)", "%(count)s sites (%(places)s)", len(sites)) % {
        "count": f"{len(sites):,}",
        "places": pgettext("between places", "; ").join(places),
    }


def sites_count_line(sites: Sequence[Site]) -> str:
    """How many sites, and how many of them at home, without the name of any place."""
    home = sum(map(_is_home, sites))
    if not home:
        return ngettext("%(count)s site", "%(count)s sites", len(sites)) % {"count": f"{len(sites):,}"}
    if home == len(sites):
        sentence = ngettext("%(count)s site, in China", "%(count)s sites, all in China", home)
        return sentence % {"count": f"{home:,}"}
    sentence = ngettext("%(count)s site, %(home)s in China", "%(count)s sites, %(home)s in China", len(sites))
    return sentence % {"count": f"{len(sites):,}", "home": f"{home:,}"}


def _by_country(sites: Sequence[Site]) -> str:
    countries = {site.country_code: in_reading_language(site.country) for site in sites}
    if len(countries) > 1:
        return gettext("%(count)s sites in %(countries)s countries") % {
            "count": f"{len(sites):,}",
            "countries": len(countries),
        }
    [country] = countries.values()
    return ngettext("%(count)s site in %(country)s", "%(count)s sites in %(country)s", len(sites)) % {
        "count": f"{len(sites):,}",
        "country": country or gettext("a country not stated"),
    }


def _in_chinese(site: Site) -> str:
    country = "" if _is_home(site) else (site.country.zh_hans or "")
    city, region = site.city.zh_hans or "", site.region.zh_hans or ""
    if city or (region and not site.city.en):
        # 北京市北京市 would be read out twice
        return country + ("" if city.startswith(region) else region) + city
    local = _western((site.city.en, _region_in_english(site)))
    if not country or not local:
        return country or local
    return pgettext("place", "%(country)s (%(place)s)") % {"country": country, "place": local}


def _region_in_english(site: Site) -> str:
    # the registry writes "Beijing, Beijing Municipality" and "Tianjin, Tianjin"
    repeats = bool(site.city.en) and site.region.en.startswith(site.city.en)
    return "" if repeats else site.region.en


def _western(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def _is_home(site: Site) -> bool:
    return site.country_code == HOME_COUNTRY
