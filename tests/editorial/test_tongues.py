"""What the office's screens say in Chinese is set as Chinese, and what stays English is marked as such."""

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation

from editorial.people import GROUPS, LABELS, label_of
from editorial.templatetags.tongues import tongue
from editorial.worddiff import segments

SET = "{% load tongues %}{% sentences %} {{ first|safe }} {{ second|safe }} {% endsentences %}"


@pytest.mark.parametrize(
    ("text", "lang"), [("A trial", "en"), ("NCT06279026：试验", "zh-Hans"), ("", "en"), ("“…”", "en")]
)
def test_text_is_chinese_if_it_holds_han(text, lang):
    assert tongue(text) == lang


@pytest.mark.parametrize(
    ("first", "second", "set_in_chinese"),
    [
        ("已签发。", "第2版。", "已签发。第2版。"),
        ("<strong>逾期：</strong>", "<strong>今天</strong>", "<strong>逾期：</strong><strong>今天</strong>"),
        ("已拒绝", "（签发）", "已拒绝（签发）"),
        ("Signed.", "Edition 2.", "Signed. Edition 2."),
    ],
)
def test_sentences_have_no_space_after_a_full_width_mark(first, second, set_in_chinese):
    with translation.override("zh-hans"):
        assert Template(SET).render(Context({"first": first, "second": second})) == set_in_chinese


def test_sentences_in_english_keep_their_spaces():
    with translation.override("en"):
        assert (
            Template(SET).render(Context({"first": "“中文。”", "second": "Edition 2."}))
            == "“中文。” Edition 2."
        )


def test_every_group_has_a_name_in_the_language_of_the_screen():
    assert list(LABELS) == list(GROUPS)
    assert [label_of(group) for group in (*GROUPS, "Guests")] == [*GROUPS, "Guests"]


def test_words_taken_out_and_put_in_are_said_too():
    said = render_to_string("editorial/editions/words.html", {"segments": segments("one dose", "two dose")})

    assert said.strip() == (
        '<del><span class="w-sr-only" lang="en">removed: </span>one</del>'
        '<ins><span class="w-sr-only" lang="en">added: </span>two</ins> dose'
    )


def test_what_the_page_says_of_a_signer_is_said_in_both_languages():
    signer = {"public_role_en": "Medical editor", "conflict_en": "none", "qualification_en": "doctor"}

    said = render_to_string("editorial/review/signs_as.html", {"signs_as": signer})

    assert said.count('<p lang="en">Medical editor · doctor · Conflicts of interest: none\n</p>') == 1
