import pytest

from tests.site.typeset.reading import heard_text, visible_text
from trials.site.typeset import Link, Linked, prose, typeset


def linked(text, *stretches):
    """The text with a link on each of `stretches`, as one paragraph."""
    links = [
        Link(text.index(each), text.index(each) + len(each), f"#{number}")
        for number, each in enumerate(stretches)
    ]
    return Linked(text, (tuple(links),))


def test_stretch_becomes_a_link_and_the_rest_stays():
    html = typeset(linked("For multiple myeloma only", "multiple myeloma"), "en")

    assert html == 'For <a class="word" href="#0">multiple myeloma</a> only'


def test_links_stand_side_by_side_and_at_both_ends():
    html = typeset(linked("CAR-T treats MM", "CAR-T", "MM"), "en")

    assert html == '<a class="word" href="#0">CAR-T</a> treats <a class="word" href="#1">MM</a>'


def test_each_paragraph_and_item_has_its_own_links():
    text = "One\n\n- two\n- one two"
    links = ((Link(0, 3, "#a"),), (), (Link(4, 7, "#b"),))

    assert prose(Linked(text, links), "en") == (
        '<p><a class="word" href="#a">One</a></p><ul><li>two</li>'
        '<li>one <a class="word" href="#b">two</a></li></ul>'
    )


def test_text_without_links_is_set_as_before():
    text = "ANC ≥ 1.0×10^9/L\n\n- a & b"

    assert prose(Linked(text), "en") == prose(text, "en")
    assert typeset(Linked("a < b"), "en") == typeset("a < b", "en")


def test_markup_in_link_and_address_is_escaped():
    html = typeset(Linked("A&B &amp;", ((Link(0, 3, '#"><script>'),),)), "en")

    assert html == '<a class="word" href="#&quot;&gt;&lt;script&gt;">A&amp;B</a> &amp;amp;'


def test_sign_beside_a_link_is_heard_with_its_spaces():
    text = "platelets≥50 and ANC >1"

    html = typeset(linked(text, "platelets", "ANC"), "en")

    assert heard_text(html) == heard_text(typeset(text, "en")) == "platelets at least 50 and ANC more than 1"
    assert visible_text(html) == text


@pytest.mark.parametrize("stretch", ["≥5", "50 g", "10^"])
def test_link_through_what_is_heard_as_one_phrase_is_left_out(stretch):
    text = "a ≥50 g 10^9 b"

    assert typeset(linked(text, stretch), "en") == typeset(text, "en")


def test_link_around_a_whole_expression_holds_both_what_is_seen_and_heard():
    html = typeset(linked("if ≥50 g", "≥50"), "en")

    assert html == (
        'if <a class="word" href="#0"><span class="u-heard" aria-hidden="true"> [</span>'
        '<span class="u-heard">'
        "at least 50"
        '</span><span class="u-heard" aria-hidden="true">] </span>'
        '<span aria-hidden="true">≥50</span></a> g'
    )


def test_other_language_within_and_across_a_link_stays_marked():
    html = typeset(linked("患有Gilbert综合征者", "Gilbert综合征"), "zh-hans")

    assert html == '患有<a class="word" href="#0"><span lang="en">Gilbert</span>综合征</a>者'


def test_link_that_begins_within_a_marked_run_leaves_every_word_marked():
    html = typeset(linked("见Gilbert Meulengracht病", "Meulengracht病"), "zh-hans")

    assert html == (
        '见<span lang="en">Gilbert </span><a class="word" href="#0"><span lang="en">Meulengracht</span>病</a>'
    )
