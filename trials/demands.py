"""What is asked of a trial page beyond the checks: sources, fresh Chinese, ethics data, a doctor's eyes."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from editorial.findings import Finding, Weight
from editorial.models import SiteSettings
from trials.building import named
from trials.content import TrialContent
from trials.models.vocabulary import Condition
from trials.translating import provenance, reworded, staleness

ETHICS = ("ethics_approval", "ethics_version", "ethics_date")


def of_page(page: Any, content: TrialContent, site: SiteSettings) -> Iterator[Finding]:
    """What stands in the way of signing `content` that only the page behind it can tell, or the site asks."""
    yield from provenance.registry_wording(page, content)
    yield from reworded.registry_amounts(page, content)
    yield from staleness.findings(page, content)
    yield from of_recruitment_material(content, site)


def of_recruitment_material(content: TrialContent, site: SiteSettings) -> Iterator[Finding]:
    """Recruitment material names the ethics approval it was shown to: number, version, date.

    Source: good clinical practice; an ethics committee approves recruitment material in a given version.
    """
    if not site.recruitment_material:
        return
    for name in ETHICS:
        if not getattr(content.facts, name):
            yield Finding(
                check="recruitment-material", weight=Weight.BLOCKING, field=name, message=_message(name)
            )


def needs_medical_review(page: Any, site: SiteSettings) -> bool:
    """Whether the site asks for a medical reviewer on this page: on every one, or by its conditions."""
    if site.medical_review == SiteSettings.MedicalReview.ALWAYS:
        return True
    if site.medical_review != SiteSettings.MedicalReview.CONDITIONS:
        return False
    # By name, so that a second entry of the same name is no way round.
    marked = Condition.objects.filter(needs_medical_review=True).values_list("name_en", flat=True)
    names = {name.strip().casefold() for name in marked}
    return any(row.name_en.strip().casefold() in names for row in named(page.condition_rows, "condition"))


def _message(name: str) -> str:
    return {
        "ethics_approval": _("Recruitment material needs the number of the ethics approval."),
        "ethics_version": _("Recruitment material needs the version the ethics committee approved."),
        "ethics_date": _("Recruitment material needs the date of the ethics approval."),
    }[name]
