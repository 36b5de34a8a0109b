"""The language of a request, from its address."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware


class LanguageOfAddress(LocaleMiddleware):
    """Django's, which leads an address without a language to the same one with it; never out of the admin."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code == 404 and request.path_info.startswith(f"/{settings.ADMIN_PATH}"):
            return response
        return super().process_response(request, response)
