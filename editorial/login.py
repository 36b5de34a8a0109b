"""Wagtail's form of the login in the reader's language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm


class LoginForm(WagtailLoginForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail gives the field no label, so that Django makes one of its name, in English.
        self.fields["password"].label = _("Password")
