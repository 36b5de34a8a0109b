"""The form of one contact: for the whole trial, or for one of its sites."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from trials.editing.widgets import KeepingSelect
from trials.places import Stored

# A select of a thousand sites in every row would make the editing screen of a large study crawl.
MOST_OFFERED = 40


class ContactRowForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, sites: Sequence[Stored] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(sites) > MOST_OFFERED:
            self.fields["site"].help_text = _(
                "The key of the site, from the list of sites. Empty: a contact for the whole trial."
            )
        else:
            choices = [("", _("The whole trial")), *((site["key"], _called(site)) for site in sites)]
            self.fields["site"].widget = KeepingSelect(choices=choices)


def _called(site: Stored) -> str:
    return ", ".join(filter(None, (site.get("facility"), site.get("city")))) or site["key"]
