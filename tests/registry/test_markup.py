import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.registry.markup import plain_line, plain_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\> \< \[ \] \^ \. \* \& \- \~ \) \\", "> < [ ] ^ . * & - ~ ) \\"),
        (r"10\^9 /L and C:\path", "10^9 /L and C:\\path"),
        ("**Bold** and **bold**", "Bold and bold"),
        (r"2 ** 3 \*\*not bold\*\*", "2 ** 3 **not bold**"),
        ("one  two\tthree ", "one two three"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_line_is_read_without_its_markdown(written, read):
    assert plain_line(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("One.\n\n\nTwo.", "One.\n\nTwo."),
        ("To:\r\n\r\n* Arm A\r\n* Arm B or\r\n  both\r\n\r\nThen", "To:\n\n- Arm A\n- Arm B or both\n\nThen"),
        ("To:\n* A\n\n* B", "To:\n\n- A\n- B"),
        ("* A\nThen", "- A\n\nThen"),
        ("Aims:\n1. First\n2. Second", "Aims:\n\n1. First\n\n2. Second"),
        ("I. To see.\nII. To hear.", "I. To see.\nII. To hear."),
        ("", ""),
    ],
)
def test_description_is_read_as_paragraphs_and_lists(written, read):
    assert plain_text(written) == read


@given(st.text())
def test_any_text_keeps_its_letters_and_digits(text):
    kept = [sign for sign in plain_text(text) if sign.isalnum()]

    assert kept == [sign for sign in text if sign.isalnum()]
