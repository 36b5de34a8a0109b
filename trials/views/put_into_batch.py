"""The bulk action by which trials are put into a batch, from their own list or from the page explorer."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page

from trials.models import Batch, TrialPage
from trials.translating.batches import add_trials, make_batch
from trials.views.batches import CHANGE, Person


class BatchChoiceForm(forms.Form):
    """An open batch, or what a new one is to be called."""

    batch = forms.ModelChoiceField(
        Batch.objects.filter(closed_at=None), label=gettext_lazy("Batch"), required=False
    )
    name = forms.CharField(label=gettext_lazy("Or the name of a new batch"), max_length=200, required=False)
    assignee = Person(label=gettext_lazy("The new batch is assigned to"))
    due = forms.DateField(label=gettext_lazy("The new batch is due"), required=False, widget=AdminDateInput)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not self.errors and bool(said["batch"]) == bool(said["name"].strip()):
            raise forms.ValidationError(_("Choose a batch, or name a new one."))
        return said


class PutIntoBatch(PageBulkAction):
    display_name = gettext_lazy("Put into a batch")
    action_type = "put_into_batch"
    aria_label = gettext_lazy("Put the selected trials into a batch")
    template_name = "trials/batches/put_into.html"
    form_class = BatchChoiceForm
    action_priority = 50

    def check_perm(self, page: Page) -> bool:
        is_trial = page.specific_class is TrialPage
        return is_trial and self.request.user.has_perm(CHANGE)

    def get_execution_context(self) -> dict[str, Any]:
        return {"said": self.cleaned_form.cleaned_data, "by": self.request.user}

    @classmethod
    def execute_action(cls, objects: list[Page], **context: Any) -> tuple[int, int]:
        said = context["said"]
        pages = list(TrialPage.objects.filter(pk__in=[page.pk for page in objects]))
        batch = said["batch"] or make_batch(
            said["name"], by=context["by"], assignee=said["assignee"], due=said["due"]
        )
        return add_trials(batch, pages=pages), 0

    def get_success_message(self, number: int, _children: int) -> str:
        told = ngettext(
            "%(number)d trial was put into the batch.", "%(number)d trials were put into the batch.", number
        )
        return told % {"number": number}
