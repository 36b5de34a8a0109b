"""Are the places of a trial named in Chinese, where a Chinese reader has to go?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.content import CHINESE, Words
from editorial.findings import Finding, Weight
from trials.content import Site, TrialContent

IN_CHINA = "China"
PARTS = ("country", "region", "city", "facility")
# A hospital abroad or without a Chinese name of its own is shown by its English one, marked as English.
MUST_BE_CHINESE_IN_CHINA = ("country", "region", "city")
SHOWN = 5


def chinese_names(content: TrialContent) -> Iterator[Finding]:
    """Country, province and city have a Chinese name in China; every other place should.

    One finding per name in China, one per kind of place for the rest of the world, where a large study
    has a thousand hospitals.
    """
    if CHINESE not in content.languages:
        return
    abroad: dict[str, dict[str, None]] = {part: {} for part in PARTS}
    met: set[tuple[str, ...]] = set()
    for site, part, words in _unnamed(content):
        if site.country_code != IN_CHINA:
            abroad[part][words.en] = None
        elif (name := (part, words.en, site.region.en)) not in met:
            met.add(name)
            yield _in_china(site, part, words.en)
    yield from (_abroad(part, list(names)) for part, names in abroad.items() if names)


def _unnamed(content: TrialContent) -> Iterator[tuple[Site, str, Words]]:
    for site in content.sites:
        for part in PARTS:
            words: Words = getattr(site, part)
            if words.en and not words.zh_hans:
                yield site, part, words


def _in_china(site: Site, part: str, name: str) -> Finding:
    return Finding(
        check="place-name",
        weight=Weight.BLOCKING if part in MUST_BE_CHINESE_IN_CHINA else Weight.ADVISORY,
        field="sites",
        place=f"{site.key}.{part}",
        language=CHINESE,
        message=_("“%(name)s” has no Chinese name. Write it under Vocabulary, Places.") % {"name": name},
        found=name,
    )


def _abroad(part: str, names: list[str]) -> Finding:
    message = ngettext(
        "%(count)d name of a place outside China has no Chinese and is shown in English: %(names)s",
        "%(count)d names of places outside China have no Chinese and are shown in English: %(names)s",
        len(names),
    )
    shown = ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
    return Finding(
        check="place-name",
        weight=Weight.ADVISORY,
        field="sites",
        place=part,
        language=CHINESE,
        message=message % {"count": len(names), "names": shown},
        found=shown,
    )
