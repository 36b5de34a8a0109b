import codecs
import os
from collections.abc import Callable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")


def readable_type(content_type: str) -> str:
    """The Content-Type of a request, without its parameters where its charset is not UTF-8.

    Django takes any codec of Python for an encoding, also one that makes no text, and fails before any view.
    Every form of ours is sent as UTF-8.
    """
    try:
        _type, parameters = parse_header_parameters(content_type)
        known = codecs.lookup(parameters.get("charset", "utf-8")).name == "utf-8"
    except (LookupError, ValueError):
        known = False
    return content_type if known else content_type.partition(";")[0]


def read_as_text(application: Callable[..., Any]) -> Callable[..., Any]:
    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        kept = readable_type(environ.get("CONTENT_TYPE", ""))
        return application(environ | {"CONTENT_TYPE": kept}, start_response)

    return answer


application = read_as_text(get_wsgi_application())
