from django.utils.translation import gettext_lazy as _

from editorial.models import StructurePage


class TrialIndexPage(StructurePage):
    """Holds the trial pages; its public view is the finder, which has no words of its own to edit."""

    parent_page_types = ["trials.HomePage"]
    subpage_types = ["trials.TrialPage"]
    max_count = 1

    promote_panels: list = []

    class Meta:
        verbose_name = _("trials")
        verbose_name_plural = _("trials")
