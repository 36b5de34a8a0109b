"""Two public page views as they must never be, to see that the oracle of words would notice them."""

from collections.abc import Callable
from typing import Any

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import get_language

from config.urls import urlpatterns as real
from tests.editorial.doors.surfaces import TRIAL
from trials.models import TrialPage


def serving(read: Callable[[TrialPage], TrialPage]) -> tuple[Any, ...]:
    """The site's addresses with a trial page view that renders what `read` makes of the row."""

    def view(request: HttpRequest) -> HttpResponse:
        page = read(TrialPage.objects.get(slug=TRIAL))
        return page.render(request, page.preview_of(request, get_language()))

    return (*i18n_patterns(path(f"trials/{TRIAL}/", view)), *real)


LATEST = serving(lambda page: page.get_latest_revision_as_object())
LIVE = serving(lambda page: page)
