"""What has been signed, and must therefore stay: asked by the gate, by autosave and by deletion."""

from django.apps import apps
from wagtail.models import Page, Revision


def is_evidence(revision: Revision) -> bool:
    """Whether a sign-off or an edition names this revision."""
    return any(
        apps.get_model("editorial", name).objects.filter(revision_id=revision.pk).exists()
        for name in ("SignOff", "Edition")
    )


def holds_evidence(page: Page) -> bool:
    """Whether the page or anything below it was ever signed."""
    tree = page.get_descendants(inclusive=True).values_list("pk", flat=True)
    return apps.get_model("editorial", "SignOff").objects.filter(page_id__in=tree).exists()
