"""Does every contact lead somewhere: a number to ring, at a site the page has?"""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from editorial.findings import Finding, Weight
from trials.checks.naming import called
from trials.content import TrialContent


def known_sites(content: TrialContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """A contact of a site stands with a site of this page."""
    keys = {"", *(site.key for site in content.sites)}
    for contact in content.contacts:
        if contact.site not in keys:
            yield Finding(
                check="contact-without-site",
                weight=Weight.BLOCKING,
                field="contacts",
                place=f"{contact.key}.site",
                message=_("“%(field)s” is for a site that is not on this page any more.")
                % {"field": name(f"contacts.{contact.key}")},
                found=contact.site,
            )


def telephones(content: TrialContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """A contact has a number."""
    for contact in content.contacts:
        if not contact.telephone:
            yield Finding(
                check="contact-without-telephone",
                weight=Weight.BLOCKING,
                field="contacts",
                place=f"{contact.key}.telephone",
                message=_("“%(field)s” has no telephone number.")
                % {"field": name(f"contacts.{contact.key}")},
            )
