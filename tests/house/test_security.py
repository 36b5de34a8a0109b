import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from config.security import SecurityHeaders


def headers_of(path: str, rf: RequestFactory) -> dict[str, str]:
    def answer(request: HttpRequest) -> HttpResponse:
        return HttpResponse("", headers={"Content-Security-Policy": "from an inner pass"})

    return dict(SecurityHeaders(answer)(rf.get(path)).headers)


def directives(policy: str) -> dict[str, str]:
    return {name: sources for name, _, sources in (part.partition(" ") for part in policy.split("; "))}


@pytest.mark.parametrize(
    "path", ["/", "/en/", "/zh-hans/trials/nct06279026/", "/t/nct06279026", "/administer"]
)
def test_public_page_may_load_styles_and_pictures_of_its_own_only(path, rf):
    policy = directives(headers_of(path, rf)["Content-Security-Policy"])

    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'none'",
        "script-src": "'none'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def test_admin_may_run_scripts_and_be_framed_by_itself_only(rf):
    policy = directives(headers_of("/admin/pages/1/edit/preview/", rf)["Content-Security-Policy"])

    assert policy["script-src"] == "'self' 'unsafe-inline'"
    assert policy["frame-ancestors"] == "'self'"
    assert policy["default-src"] == "'self'"


def test_no_page_may_use_camera_microphone_or_place(rf):
    permissions = headers_of("/en/", rf)["Permissions-Policy"].split(", ")

    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(permissions)
