"""The form of an import in the admin: a file, trial ids, or both; small enough for one request."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trials.importing.sources import fetched
from trials.registry.found import UPLOAD_LIMITS, Found
from trials.registry.sources import open_upload

# The registry is asked once a second, and a person waits.
MOST_IDS = 10
MOST_RECORDS = 200


class ImportForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File with records"),
        required=False,
        help_text=gettext_lazy(
            "A study as JSON, a search result, .jsonl or .zip, as the registry gives them."
        ),
    )
    ids = forms.CharField(
        label=gettext_lazy("Trial ids"),
        required=False,
        help_text=gettext_lazy(
            "At most 10, with spaces, commas or line ends between; fetched from the registry."
        ),
        widget=forms.Textarea(attrs={"rows": 3, "lang": "en", "spellcheck": "false", "autocomplete": "off"}),
    )

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload and upload.size > UPLOAD_LIMITS.file:
            raise forms.ValidationError(
                _("The file is larger than %(size)s. Use the command import_trials on the server.")
                % {"size": filesizeformat(UPLOAD_LIMITS.file)}
            )
        return upload

    def clean_ids(self) -> list[str]:
        ids = list(dict.fromkeys(re.findall(r"[^\s,;，；、]+", self.cleaned_data["ids"].upper())))
        if len(ids) > MOST_IDS:
            raise forms.ValidationError(
                _("These are %(found)d ids; at most %(most)d can be fetched at once.")
                % {"found": len(ids), "most": MOST_IDS}
            )
        return ids

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned.get("file") and not cleaned.get("ids"):
            raise forms.ValidationError(_("Choose a file or write at least one trial id."))
        return cleaned

    def records(self, *, registry_url: str) -> Iterator[Found]:
        """The records of the upload, then those of the ids, each fetched when it is asked for."""
        if upload := self.cleaned_data["file"]:
            yield from open_upload(upload.name, upload.read())
        for trial_id in self.cleaned_data["ids"]:
            yield fetched(trial_id, registry_url=registry_url)
