"""Response headers that hold the browser to what the pages need."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def policy(**directives: str) -> str:
    return "; ".join(f"{name.replace('_', '-')} {sources}" for name, sources in directives.items())


PUBLIC = policy(
    default_src="'none'",
    style_src="'self'",
    img_src="'self'",
    font_src="'none'",
    script_src="'none'",
    form_action="'self'",
    base_uri="'none'",
    frame_ancestors="'none'",
)
# Wagtail writes inline scripts and styles into its screens, shows drafts in a frame and
# pictures about to be uploaded as blob: and data:.
ADMIN = policy(
    default_src="'self'",
    script_src="'self' 'unsafe-inline'",
    style_src="'self' 'unsafe-inline'",
    img_src="'self' data: blob:",
    font_src="'self' data:",
    object_src="'none'",
    form_action="'self'",
    base_uri="'self'",
    frame_ancestors="'self'",
)
UNUSED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "payment",
    "usb",
)
PERMISSIONS = ", ".join(f"{feature}=()" for feature in UNUSED)


class SecurityHeaders:
    """Set the content policy of the public site or of the admin, by the path that was asked for.

    A preview is a public page answered under the admin's path, through this middleware twice; the
    outer pass must win, or the editor's frame stays empty. So headers are set, not only when missing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.admin = "/" + settings.ADMIN_PATH

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        in_admin = request.path.startswith(self.admin)
        response.headers["Content-Security-Policy"] = ADMIN if in_admin else PUBLIC
        response.headers["Permissions-Policy"] = PERMISSIONS
        return response
