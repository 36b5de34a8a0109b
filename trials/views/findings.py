"""What the checks say of a form that nobody has saved: answered while somebody types."""

from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.generic.base import View

from trials.editing.live import look_at
from trials.models import TrialPage


class FindingsView(View):
    """POST of the edit form; answers the fragment that the screen was opened with, and writes nothing."""

    http_method_names = ["post"]

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponse:
        self.row = get_object_or_404(TrialPage, pk=page_id)
        if not self.row.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, page_id)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        try:
            look = look_at(self._form())
        except ValidationError as forged:
            # A list cannot even be read when the number of one of its rows is none.
            raise BadRequest("a row without a number") from forged
        return render(request, "trials/editing/findings.html", {"look": look})

    def _form(self) -> Any:
        page = self.row.get_latest_revision_as_object()
        form_class = page.get_edit_handler().get_form_class()
        parent = page.get_parent().specific
        return form_class(self.request.POST, instance=page, parent_page=parent, for_user=self.request.user)
