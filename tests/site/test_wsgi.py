"""What the server hands over before any view sees it."""

from io import BytesIO
from wsgiref.util import setup_testing_defaults

import pytest
from django.core import signals
from django.db import close_old_connections

from config.wsgi import application, readable_type
from tests.site.seed import seed_content

ADDRESSES = ["/en/trials/", "/en/verify/", "/en/trials/nct06279026/report/"]
NO_TEXT = [
    "base64",
    "rot13",
    "hex",
    "zlib",
    "idna",
    "punycode",
    "undefined",
    "utf-16",
    "nobody-knows",
    "a\0b",
]


def status_of(address, content_type, *, method="GET", query="q=%E8x&code=%E8x&item=%E8x", body=b""):
    environ = {"REQUEST_METHOD": method, "PATH_INFO": address, "QUERY_STRING": query}
    environ |= {"CONTENT_TYPE": content_type, "CONTENT_LENGTH": str(len(body)), "wsgi.input": BytesIO(body)}
    setup_testing_defaults(environ)
    environ |= {"HTTP_HOST": "testserver", "wsgi.url_scheme": "https"}
    answered = []
    b"".join(application(environ, lambda status, headers, *_error: answered.append(status)))
    return answered


@pytest.fixture(autouse=True)
def connection_of_the_test():
    # As Django's own client does: the transaction of the test must outlive the request.
    signals.request_started.disconnect(close_old_connections)
    yield
    signals.request_started.connect(close_old_connections)


@pytest.fixture
def plain(publish):
    publish(seed_content())
    answers = {address: status_of(address, "text/plain") for address in ADDRESSES}
    assert [answer for [answer] in answers.values()] == ["200 OK", "302 Found", "200 OK"]
    return answers


@pytest.mark.parametrize("charset", NO_TEXT)
def test_charset_of_a_request_changes_no_answer(plain, charset):
    answers = {address: status_of(address, f"text/plain; charset={charset}") for address in ADDRESSES}

    assert answers == plain


def test_parameter_in_no_encoding_changes_no_answer(plain):
    answers = {address: status_of(address, "text/plain; x*=base64'en'%41") for address in ADDRESSES}

    assert answers == plain


def test_form_in_no_encoding_is_answered_as_one_without_its_fields(plain):
    told = "application/x-www-form-urlencoded; charset=base64"

    assert status_of(ADDRESSES[2], told, method="POST", body=b"wrong=%E8x") == ["422 Unprocessable Entity"]


@pytest.mark.parametrize("told", ["text/plain; charset=UTF-8", 'multipart/form-data; boundary="x; y"', ""])
def test_type_that_can_be_read_is_left_alone(told):
    assert readable_type(told) == told
