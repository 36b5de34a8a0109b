"""Names of hospitals and countries as a reader of one language finds them."""

from collections.abc import Sequence

from editorial.content import CHINESE, Words
from trials.content import Site


def name_in(name: Words, lang: str) -> str:
    """The name in `lang`; a hospital abroad with no Chinese name keeps its own, marked English when set."""
    return (name.zh_hans or name.en) if lang == CHINESE else name.en


def facility_names(sites: Sequence[Site], *, lang: str) -> dict[str, str]:
    """Names of hospitals by the key of their site."""
    return {site.key: name_in(site.facility, lang) for site in sites}
