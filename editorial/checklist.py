"""The statements a person ticks before their name goes under a page; kept with the signature as worded."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from editorial.canonical import canonical_text
from editorial.models import SignOff

STATEMENTS = {
    SignOff.Role.LANGUAGE_REVIEWER: {
        "chinese_says_the_same": _("I compared every Chinese text with its English: it says the same."),
        "numbers_agree": _("Numbers, comparators, units and names agree in both languages."),
    },
    SignOff.Role.MEDICAL_REVIEWER: {
        "medicine_is_right": _("I read the English page and its facts: the medicine in it is right."),
        "benefit_and_harm_are_fair": _("Benefit, harm and what is not known are told fairly."),
    },
    SignOff.Role.SIGNER: {
        "read_as_reader": _(
            "I read the page as the reader will see it, in each language it is published in."
        ),
        "agrees_with_sources": _("Facts, numbers and contacts agree with the sources shown."),
    },
}


def unticked(statements: Mapping[str, Any], ticked: set[str]) -> list[str]:
    """The statements that were not ticked, as sentences."""
    return [str(text) for key, text in statements.items() if key not in ticked]


def as_signed(statements: Mapping[str, Any]) -> str:
    """Canonical JSON of every statement, in the words the person saw."""
    return canonical_text({key: str(text) for key, text in statements.items()})
