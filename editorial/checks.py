"""System checks: settings that would open a way round the sign-off stop the start."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register

FORBIDDEN_APPS = (
    "wagtail.api.v2",
    "wagtail.api.v3",
    "wagtail.contrib.redirects",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.simple_translation",
)
FIXED = {
    "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT": (False, "the digest is the only judge of an edit"),
    "WAGTAIL_WORKFLOW_ENABLED": (True, "pages could not be submitted for review"),
    "WAGTAIL_I18N_ENABLED": (False, "both languages live in one page"),
    "WAGTAIL_FINISH_WORKFLOW_ACTION": (
        "editorial.workflow.publish_if_signed",
        "a finished workflow would publish what nobody signed",
    ),
    "ATOMIC_REQUESTS": (True, "a sign-off must be one transaction"),
}
DEFAULTS = {
    "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT": False,
    "WAGTAIL_WORKFLOW_ENABLED": True,
    "WAGTAIL_I18N_ENABLED": False,
}


@register()
def settings_keep_the_gate_shut(**kwargs: Any) -> list[Error]:
    errors = [
        Error(f"{name} must be {wanted!r}: otherwise {why}.", id="editorial.E001")
        for name, (wanted, why) in FIXED.items()
        if _value(name) != wanted
    ]
    errors += [
        Error(f"{app} must not be installed: it would show pages, not editions.", id="editorial.E002")
        for app in FORBIDDEN_APPS
        if app in settings.INSTALLED_APPS
    ]
    return errors


def _value(name: str) -> Any:
    if name == "ATOMIC_REQUESTS":
        return settings.DATABASES["default"].get("ATOMIC_REQUESTS", False)
    return getattr(settings, name, DEFAULTS.get(name))
