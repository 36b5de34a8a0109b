"""Plain text into paragraphs and lists."""

import pytest

from trials.site.typeset import BulletList, Paragraph, blocks, one_line, prose


def test_blank_line_parts_paragraphs():
    assert blocks("One.\n\n \nTwo.") == (Paragraph("One."), Paragraph("Two."))


def test_dash_lines_are_a_list_with_its_lead_in_before_it():
    assert blocks("You need:\n- a form\n- a scan\n\nThen:") == (
        Paragraph("You need:"),
        BulletList(("a form", "a scan")),
        Paragraph("Then:"),
    )


def test_lists_parted_by_blank_lines_only_are_one():
    assert blocks("- a\n\n- b") == (BulletList(("a", "b")),)


def test_line_under_an_item_continues_it():
    assert blocks("- a form\n  signed by you\n- b") == (BulletList(("a form signed by you", "b")),)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("two\nwords", "two words"),
        ("两个\n汉字", "两个汉字"),
        ("停，\n再走", "停，再走"),
        ("注射\nUTAA17", "注射 UTAA17"),
        ("windows\r\nlines", "windows lines"),
    ],
)
def test_single_line_break_is_a_space_but_not_between_han(text, joined):
    assert blocks(text) == (Paragraph(joined),)


@pytest.mark.parametrize("text", ["", " \n\n ", "-", "- \n-"])
def test_nothing_written_is_nothing_shown(text):
    assert blocks(text) == ()
    assert prose(text, "en") == ""


@pytest.mark.parametrize("text", ["-5 to 5", "—dash", "a - b"])
def test_other_dashes_are_text(text):
    assert blocks(text) == (Paragraph(text),)


def test_prose_is_paragraphs_and_lists():
    assert prose("A & B:\n- one\n- two\n\nEnd", "en") == (
        "<p>A &amp; B:</p><ul><li>one</li><li>two</li></ul><p>End</p>"
    )


def test_one_line_has_no_marks_of_lists():
    assert one_line("需要：\n- 表格\n- scan\n\nEnd") == "需要：表格 scan End"
