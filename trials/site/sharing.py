"""What a link to a page looks like in a chat: Open Graph, in the language of the page.

Neither status nor notice stands here: a chat keeps its copy for years, and both would be wrong by then.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from editorial.content import CHINESE, ENGLISH
from editorial.freshness import Freshness, freshness_of
from editorial.prose import ProseContent
from editorial.showing import Showing
from trials.content import TrialContent
from trials.site.frame import name_of_site
from trials.site.languages import address, other_than
from trials.site.structured import structured_record

LOCALES = {ENGLISH: "en_GB", CHINESE: "zh_CN"}
IMAGE_SIZE = (1200, 630)
"""Width and height of the share image in pixels; chats take no picture below 300."""


@dataclass(frozen=True)
class ShareImage:
    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Sharing:
    kind: str
    """Open Graph type: "article" for a trial, "website" for the pages around it."""
    title: str
    description: str
    url: str
    locale: str
    other_locale: str
    """Locale of the page in the other language, "" where there is none."""
    site_name: str
    image: ShareImage | None = None
    record: str = ""
    """The page and its trial as JSON-LD; "" for a page that is about no trial."""


def sharing_of(showing: Showing) -> Sharing | None:
    """What a chat and a search engine are told of a page; None where it has nothing to be passed on.

    That is a draft, a language that is withheld, and a page too long past its review for search engines.
    """
    content = showing.content
    hidden = freshness_of(showing.review_due, showing.today) >= Freshness.HIDDEN
    if showing.edition is None or showing.preview or hidden or showing.lang not in content.languages:
        return None
    with translation.override(showing.lang):
        return _of_trial(showing) if isinstance(content, TrialContent) else _of_prose(showing)


def shared_title(showing: Showing) -> str:
    """The trial's headline, or only that it is a trial where the site shares pages under a neutral title."""
    return title_of(showing.content, showing.lang, neutral=showing.site.neutral_sharing)


def shared_description(showing: Showing) -> str:
    """What is told below the title wherever a program shows the page: chats, previews, search engines."""
    content = showing.content
    signed = content.seo_description.in_language(showing.lang)
    return signed_or_neutral(
        signed or content.summary.in_language(showing.lang),
        showing.lang,
        neutral=showing.site.neutral_sharing,
    )


def title_of(content: TrialContent, lang: str, *, neutral: bool) -> str:
    """`shared_title` of what stands in a list of trials."""
    if not neutral:
        return content.headline.in_language(lang) or content.trial_id
    with translation.override(lang):
        return _("Clinical trial %(id)s") % {"id": content.trial_id}


def signed_or_neutral(signed: str, lang: str, *, neutral: bool) -> str:
    """The signed description; a sentence that names no disease where titles are neutral."""
    if not neutral:
        return signed
    with translation.override(lang):
        return _("What the trial is about, who can take part and whom to ask, in plain words.")


def short_address(trial_id: str) -> str:
    """The address that is sent on: it leads to the page in the language of whoever opens it."""
    return f"{settings.SITE_URL}/t/{trial_id}"


def _of_trial(showing: Showing) -> Sharing:
    title = shared_title(showing)
    width, height = IMAGE_SIZE
    share_image = settings.SITE_URL + address(showing.lang, f"{showing.content.path}share.png")
    return Sharing(
        kind="article",
        title=title,
        description=shared_description(showing),
        image=ShareImage(share_image, width, height, alt=title),
        record=structured_record(showing),
        **_around(showing),
    )


def _of_prose(showing: Showing) -> Sharing:
    content: ProseContent = showing.content
    title = content.title.in_language(showing.lang) or name_of_site(showing.site, showing.lang)
    description = content.description.in_language(showing.lang)
    return Sharing(kind="website", title=title, description=description, **_around(showing))


def _around(showing: Showing) -> dict[str, str]:
    content, lang = showing.content, showing.lang
    other = other_than(lang)
    return {
        "url": settings.SITE_URL + address(lang, content.path),
        "locale": LOCALES[lang],
        "other_locale": LOCALES[other] if other in content.languages else "",
        "site_name": name_of_site(showing.site, lang),
    }
