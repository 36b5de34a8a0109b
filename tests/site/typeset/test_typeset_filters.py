"""The filters as templates use them."""

import pytest
from django.template import Context, Engine

ENGINE = Engine(
    libraries={"typeset": "trials.templatetags.typeset"}, builtins=["trials.templatetags.typeset"]
)


def rendered(source: str, text: str | None, lang: str = "en") -> str:
    return ENGINE.from_string(source).render(Context({"text": text, "lang": lang}))


def test_typeset_filter_is_escaped_once():
    assert rendered("{{ text|typeset:lang }}", "<b>A & B</b>") == (
        '<span class="u-heard" aria-hidden="true"> [</span>'
        '<span class="u-heard">less than </span>'
        '<span class="u-heard" aria-hidden="true">] </span><span aria-hidden="true">&lt;</span>b'
        '<span class="u-heard" aria-hidden="true"> [</span>'
        '<span class="u-heard"> more than </span>'
        '<span class="u-heard" aria-hidden="true">] </span><span aria-hidden="true">&gt;</span>A &amp; B'
        '<span class="u-heard" aria-hidden="true"> [</span>'
        '<span class="u-heard"> less than </span>'
        '<span class="u-heard" aria-hidden="true">] </span><span aria-hidden="true">&lt;</span>/b'
        '<span class="u-heard" aria-hidden="true"> [</span>'
        '<span class="u-heard"> more than</span>'
        '<span class="u-heard" aria-hidden="true">] </span><span aria-hidden="true">&gt;</span>'
    )


def test_prose_filter_gives_blocks():
    assert rendered("{{ text|prose:lang }}", "一\n- 二", "zh-Hans") == "<p>一</p><ul><li>二</li></ul>"


def test_heard_filter_is_safe_in_an_attribute():
    assert rendered('<a aria-label="{{ text|heard:lang }}">', 'x" onclick="a>60') == (
        '<a aria-label="x&quot; onclick=&quot;a more than 60">'
    )


def test_plain_filter_is_one_escaped_line():
    assert rendered("{{ text|plain }}", "A:\n- b & c") == "A: b &amp; c"


@pytest.mark.parametrize("source", ["{{ text|typeset:lang }}", "{{ text|prose:lang }}", "{{ text|plain }}"])
def test_nothing_written_gives_nothing(source):
    assert rendered(source, None) == ""


def test_unknown_language_is_refused():
    with pytest.raises(KeyError, match="de"):
        rendered("{{ text|typeset:lang }}", "A", "de")
