"""A trial page for machines: schema.org's MedicalWebPage about a MedicalTrial, as JSON-LD.

Every value is signed, or stands on the page. Types and properties: https://schema.org/MedicalTrial
"""

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from editorial.editions import day_of
from editorial.models import Edition
from editorial.seals import is_sealed
from editorial.showing import Showing
from trials.content import Site, TrialContent
from trials.labels import InterventionType, Registry, Status, StudyType, label
from trials.site import sentences
from trials.site.frame import name_of_site
from trials.site.languages import HTML_LANG, address
from trials.site.notices import beside_notices

CONTEXT = "https://schema.org"
CITIES_NAMED = 12
"""A trial in more cities is placed by its countries: the head of a page is no register of hospitals."""

STUDY_TYPES = {
    StudyType.INTERVENTIONAL: "MedicalTrial",
    StudyType.OBSERVATIONAL: "MedicalObservationalStudy",
}
# Codes without an entry have no equivalent among schema.org's, and are left out: UNKNOWN above all.
STATUSES = {
    Status.RECRUITING: "Recruiting",
    Status.NOT_YET_RECRUITING: "NotYetRecruiting",
    Status.ENROLLING_BY_INVITATION: "EnrollingByInvitation",
    Status.ACTIVE_NOT_RECRUITING: "ActiveNotRecruiting",
    Status.COMPLETED: "Completed",
    Status.SUSPENDED: "Suspended",
    Status.TERMINATED: "Terminated",
    Status.WITHDRAWN: "Withdrawn",
}
SUBJECTS = {
    InterventionType.DRUG: "Drug",
    InterventionType.DEVICE: "MedicalDevice",
    InterventionType.PROCEDURE: "MedicalProcedure",
}
# JSON inside HTML: what could end the script element, or a line of it, is written as its code.
ESCAPES = str.maketrans({char: f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"})


def structured_record(showing: Showing) -> SafeString:
    """The JSON-LD of a page shown from an edition, in its language, fit to stand in a script element."""
    plain = _written({"@context": CONTEXT, **_page(showing)})
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))


def study_status(showing: Showing) -> str:
    """schema.org's status of the study; "" where it has none or today nobody should rely on it.

    A machine reads no date beside a status, so what may have changed since is not said at all:
    neither a status the page does not call fresh nor one that an urgent notice speaks against.
    """
    facts = showing.content.facts
    plain = sentences.status_sentence(facts, today=showing.today, review_due=showing.review_due)
    if plain.confidence != "fresh" or beside_notices(plain, showing.notices) != plain:
        return ""
    return STATUSES.get(facts.status, "")


def _page(showing: Showing) -> dict[str, Any]:
    content, lang, edition = showing.content, showing.lang, showing.edition
    url = settings.SITE_URL + address(lang, content.path)
    return {
        "@type": "MedicalWebPage",
        "@id": url,
        "url": url,
        "name": content.headline.in_language(lang),
        "description": content.seo_description.in_language(lang) or content.summary.in_language(lang),
        "inLanguage": HTML_LANG[lang],
        "version": edition.number,
        "datePublished": _first_published(edition),
        "dateModified": day_of(edition.published_at).isoformat(),
        "lastReviewed": showing.last_reviewed.isoformat() if showing.last_reviewed else "",
        "reviewedBy": _reviewers(showing),
        "publisher": _organisation(showing.site.words("publisher").in_language(lang)),
        "isPartOf": {
            "@type": "WebSite",
            "name": name_of_site(showing.site, lang),
            "url": settings.SITE_URL + address(lang, ""),
        },
        "isBasedOn": list(dict.fromkeys([content.registry.url, *(row.url for row in content.sources)])),
        "mainEntity": _study(showing, url),
    }


def _study(showing: Showing, url: str) -> dict[str, Any]:
    content, lang = showing.content, showing.lang
    status = study_status(showing)
    return {
        "@type": STUDY_TYPES.get(content.facts.study_type, "MedicalStudy"),
        "@id": f"{url}#trial",
        "name": content.official_title.in_language(lang) or content.headline.in_language(lang),
        "alternateName": content.headline.in_language(lang),
        "identifier": [
            {"@type": "PropertyValue", "propertyID": label(Registry, row.registry), "value": row.value}
            for row in content.identifiers
        ],
        "sameAs": content.registry.url,
        "status": f"{CONTEXT}/{status}" if status else "",
        "sponsor": _organisation(content.sponsor.name.in_language(lang) if content.sponsor else ""),
        "healthCondition": [
            _named("MedicalCondition", row.name.in_language(lang)) for row in content.conditions
        ],
        "studySubject": [
            _named(SUBJECTS.get(row.type, "MedicalEntity"), row.name.in_language(lang))
            for row in content.interventions
        ],
        "studyLocation": _places(content, lang),
    }


def _places(content: TrialContent, lang: str) -> list[dict[str, Any]]:
    cities = dict.fromkeys(_city_of(site, lang) for site in content.sites)
    if len(cities) > CITIES_NAMED:
        return [_named("Country", name) for name in dict.fromkeys(country for _city, country in cities)]
    return [
        _named("City", city) | {"containedInPlace": _named("Country", country)}
        if city
        else _named("Country", country)
        for city, country in cities
    ]


def _city_of(site: Site, lang: str) -> tuple[str, str]:
    return site.city.in_language(lang), site.country.in_language(lang)


def _reviewers(showing: Showing) -> list[dict[str, Any]]:
    """The team and the people whom the review line of the page names."""
    team = showing.site.words("editorial_team").in_language(showing.lang)
    people = showing.reviewed_with.in_language(showing.lang).splitlines()
    return [
        _organisation(team or name_of_site(showing.site, showing.lang)),
        *({"@type": "Person", "description": words} for words in people),
    ]


def _first_published(edition: Edition) -> str:
    first = edition
    if edition.number > 1:
        # An edition keeps its number for ever; only one that was sealed can say when the page began.
        first = Edition.objects.filter(page_id=edition.page_id, number=1).defer("content").first()
    return day_of(first.published_at).isoformat() if first and is_sealed(first) else ""


def _organisation(name: str) -> dict[str, str]:
    return _named("Organization", name)


def _named(kind: str, name: str) -> dict[str, Any]:
    return {"@type": kind, "name": name} if name else {}


def _written(value: Any) -> Any:
    """The same without what is empty: an empty name says that there is one."""
    if isinstance(value, dict):
        kept = {key: _written(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if part not in ("", None, [], {})}
    if isinstance(value, list):
        return [part for part in map(_written, value) if part not in ("", {}, [])]
    return value
