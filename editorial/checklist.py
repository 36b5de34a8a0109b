"""The statements a person ticks before their name goes under a page; kept with the signature as worded."""

from django.utils.translation import gettext_lazy as _

from editorial.canonical import canonical_text
from editorial.models import SignOff

STATEMENTS = {
    SignOff.Role.LANGUAGE_REVIEWER: {
        "chinese_says_the_same": _("I compared every Chinese text with its English: it says the same."),
        "numbers_agree": _("Numbers, comparators, units and names agree in both languages."),
    },
    SignOff.Role.SIGNER: {
        "read_as_reader": _("I read the page in both languages as the reader will see it."),
        "agrees_with_sources": _("Facts, numbers and contacts agree with the sources shown."),
    },
}


def unticked(role: str, ticked: set[str]) -> list[str]:
    """The statements of `role` that were not ticked, as sentences."""
    return [str(text) for key, text in STATEMENTS[role].items() if key not in ticked]


def as_signed(role: str) -> str:
    """Canonical JSON of every statement of the role, in the words the person saw."""
    return canonical_text({key: str(text) for key, text in STATEMENTS[role].items()})
