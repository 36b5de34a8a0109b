"""The telephone of these tests runs no script: else what they say of it would prove nothing."""

import pytest

pytestmark = pytest.mark.browser

PAGE = "data:text/html,<p>Words<noscript><p>No script</noscript><script>document.write('<p>Script')</script>"


def test_scriptless_phone_runs_no_script(scriptless):
    scriptless.get(PAGE)

    assert scriptless.find_element("css selector", "body").text.split("\n") == ["Words", "No script"]


def test_phone_runs_scripts(phone):
    phone.get(PAGE)

    assert phone.find_element("css selector", "body").text.split("\n") == ["Words", "Script"]
