"""What stands around every public page: names of the site, language link, links in the footer."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext, pgettext
from wagtail.models import Site

from editorial.content import ENGLISH, LANGUAGES
from editorial.editions import edition_problems
from editorial.models import Edition, SiteSettings
from editorial.prose import ProseContent
from trials.site.languages import HTML_LANG, OWN_NAMES, address, other_than


@dataclass(frozen=True)
class Link:
    url: str
    text: str
    html_lang: str
    current: bool = False
    """It leads to the page it stands on."""


GUIDES = ("how-to-read/", "for-someone-else/")
ORDER = (
    *GUIDES,
    "about/",
    "editorial-policy/",
    "accessibility/",
    "privacy/",
)
"""Paths of information pages as the footer has them: what helps reading first; pages nobody foresaw last."""


@dataclass(frozen=True)
class Frame:
    lang: str
    html_lang: str
    site_name: str
    publisher_line: str
    contact: str
    email: str
    telephone: str
    icp_number: str
    public_security_number: str
    home: str
    trials: str
    main_links: tuple[Link, ...]
    about: Link | None
    """The page that says who is behind the site, once it is published."""
    switch: Link | None
    """The same page in the other language; None for a draft, which the public cannot open."""
    canonical: str
    alternates: tuple[Link, ...]
    information: tuple[Link, ...]
    guides: tuple[Link, ...]
    """Of these, the ones that help with reading."""
    demo: bool
    indexed: bool


def frame_of(
    site: SiteSettings,
    *,
    lang: str,
    path: str,
    languages: tuple[str, ...] = LANGUAGES,
    indexed: bool = True,
    preview: bool = False,
) -> Frame:
    """The frame of the page at `path`, read in `lang`, whose words exist in `languages`."""
    other = other_than(lang)
    information = _information(lang, path)
    return Frame(
        lang=lang,
        html_lang=HTML_LANG[lang],
        site_name=name_of_site(site, lang),
        publisher_line=_published_by(site.words("publisher").in_language(lang)),
        contact=site.words("contact").in_language(lang),
        email=site.contact_email,
        telephone=site.contact_telephone,
        icp_number=site.icp_number,
        public_security_number=site.public_security_number,
        home=address(lang, ""),
        trials=address(lang, "trials/"),
        main_links=_main_links(lang, path),
        about=next((link for link in information if link.url == address(lang, "about/")), None),
        switch=None if preview else Link(address(other, path), OWN_NAMES[other], HTML_LANG[other]),
        canonical=settings.SITE_URL + address(lang, path),
        alternates=alternates(path, languages),
        information=information,
        guides=tuple(link for link in information if link.url in {address(lang, path) for path in GUIDES}),
        demo=settings.DEMO,
        indexed=indexed and not preview and not settings.DEMO and lang in languages,
    )


def alternates(path: str, languages: tuple[str, ...]) -> tuple[Link, ...]:
    """Every language a page has, absolute, and the address for everybody else (x-default)."""
    links = [
        Link(settings.SITE_URL + address(code, path), OWN_NAMES[code], HTML_LANG[code]) for code in languages
    ]
    return (*links, Link(settings.SITE_URL + address(ENGLISH, path), OWN_NAMES[ENGLISH], "x-default"))


def _published_by(publisher: str) -> str:
    return gettext("Published by %(publisher)s") % {"publisher": publisher} if publisher else ""


def settings_for(request: object) -> SiteSettings:
    """Names and contact of the site asked for; empty ones while no site is set up."""
    site = Site.find_for_request(request)
    return SiteSettings.for_site(site) if site else SiteSettings()


def name_of_site(site: SiteSettings, lang: str) -> str:
    return site.words("site_name").in_language(lang) or settings.WAGTAIL_SITE_NAME


def information_editions() -> list[Edition]:
    """The editions in force of the information pages; those that are not what was signed are left out.

    What the content is decides, not only its path: a trial's edition has no title to be linked by.
    """
    editions = Edition.objects.in_force().exclude(path="").exclude(path__startswith="trials/")
    rows = editions.select_related("signed_by").order_by("page__path")
    genuine = [edition for edition in rows if not any(edition_problems(edition))]
    return [edition for edition in genuine if isinstance(edition.load(), ProseContent)]


def _main_links(lang: str, path: str) -> tuple[Link, ...]:
    named = {"trials/": pgettext("in the masthead", "Trials"), "words/": pgettext("in the masthead", "Words")}
    return tuple(_link(lang, leads_to, text, path) for leads_to, text in named.items())


def _information(lang: str, path: str) -> tuple[Link, ...]:
    """The information pages that have a title in this language, in the order of the footer."""
    titles = {edition.path: edition.load().title.in_language(lang) for edition in information_editions()}
    ordered = sorted(titles, key=lambda each: ORDER.index(each) if each in ORDER else len(ORDER))
    return tuple(_link(lang, each, titles[each], path) for each in ordered if titles[each])


def _link(lang: str, leads_to: str, text: str, path: str) -> Link:
    return Link(address(lang, leads_to), text, HTML_LANG[lang], current=leads_to == path)
