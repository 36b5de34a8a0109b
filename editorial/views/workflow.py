"""How a page becomes public: shown to everybody who works here, changed by nobody.

Stands in place of Wagtail's screens for workflows and tasks, where one click would open another way.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.checklist import STATEMENTS
from editorial.models import SignOff, SiteSettings
from editorial.people import (
    AUTHORS,
    LANGUAGE_REVIEWERS,
    MEDICAL_REVIEWERS,
    SIGNERS,
    TRANSLATORS,
    label_of,
    name_of,
)
from editorial.refused import answer

REVIEWS = (
    (SignOff.Role.LANGUAGE_REVIEWER, gettext_lazy("Review the Chinese"), LANGUAGE_REVIEWERS),
    (SignOff.Role.MEDICAL_REVIEWER, gettext_lazy("Medical review"), MEDICAL_REVIEWERS),
    (SignOff.Role.SIGNER, gettext_lazy("Sign off"), SIGNERS),
)


@dataclass(frozen=True)
class Stage:
    """One step on the way of a page: what is done, by which groups, and what has to be ticked."""

    heading: str
    teams: list[tuple[str, list[str]]]
    """[(group, [names of its active members])]"""
    statements: list[str]
    only_where: str = ""
    """When the step is asked for at all; "" for always."""


class WorkflowView(WagtailAdminTemplateMixin, View):
    template_name = "editorial/workflow.html"
    header_icon = "tasks"

    def get_page_title(self) -> str:
        return _("How a page becomes public")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest, refused: str = "") -> HttpResponse:
        site = SiteSettings.of_site()
        context = self.get_context_data(
            stages=list(stages(site)), site=site, interval=settings.REVIEW_INTERVAL_DAYS, refused=refused
        )
        return self.render_to_response(context, status=403 if refused else 200)

    def post(self, request: HttpRequest) -> HttpResponse:
        return self.get(request, _("The workflow is part of the software and cannot be changed here."))


def refuse_in_bulk(request: HttpRequest, *args: Any) -> HttpResponse:
    """In place of Wagtail's "publish" and "unpublish" below the list of pages."""
    return answer(
        request, _("Pages become public and leave it one by one: by sign-off, and by being withdrawn.")
    )


def refuse_decision(request: HttpRequest, *args: Any) -> HttpResponse:
    """In place of Wagtail's approving and rejecting, which see neither the words nor who wrote them."""
    return answer(request, _("Review and sign-off take place on the review screen of the page."))


def stages(site: SiteSettings) -> Iterable[Stage]:
    """The steps in their order, with the people who may take them today."""
    yield Stage(_("Write, translate and submit"), _teams(AUTHORS, TRANSLATORS), [])
    for role, heading, group in REVIEWS:
        asked = [str(statement) for statement in STATEMENTS[role].values()]
        yield Stage(str(heading), _teams(group), asked, _only_where(role, site))


def _only_where(role: str, site: SiteSettings) -> str:
    if role == SignOff.Role.LANGUAGE_REVIEWER:
        return _("for texts that nobody has reviewed as they read now")
    return site.get_medical_review_display() if role == SignOff.Role.MEDICAL_REVIEWER else ""


def _teams(*groups: str) -> list[tuple[str, list[str]]]:
    people = get_user_model().objects.filter(is_active=True).order_by("username")
    return [
        (label_of(group), [name_of(person) for person in people.filter(groups__name=group)])
        for group in groups
    ]
