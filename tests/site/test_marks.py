"""What readers are told at single texts: a machine translated it, the sponsor was asked, the editors note."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils import translation

from editorial.content import CHINESE, ENGLISH, Words
from tests.site.seed import seed_content, seed_facts
from tests.site.seen import article, section, showing, soup, words_of
from trials.site.reading import read_trial

BY_MACHINE = "这段中文由机器翻译，并经人工审核。"
ASKED = {ENGLISH: "We have asked the sponsor about this point.", CHINESE: "我们已就这一点询问申办者。"}
NOTE = Words("Ask your doctor which treatments count.", "哪些治疗算数，请询问您的医生。")
IN_NO_HEAD_OF_THEIR_OWN = ("seo_description", "interventions.")
PLACES = sorted(
    pair.place
    for pair in seed_content().pairs()
    if not pair.place.startswith(("sites.", "conditions.", "sponsor.", "disclaimer.", "explanations."))
)


def marks(part: BeautifulSoup) -> list[str]:
    return [words_of(mark) for mark in part.select(".mark")]


def with_first(**changes: object):
    """The seed with other columns in its first criterion."""
    first, *others = seed_content().criteria
    return seed_content(schema=3, criteria=(replace(first, **changes), *others))


@pytest.mark.parametrize(
    "place", [place for place in PLACES if not place.startswith(IN_NO_HEAD_OF_THEIR_OWN)]
)
def test_every_machine_text_says_so_once_on_the_chinese_page_alone(place):
    content = seed_content(schema=3, machine_translated=(place,), key_points=Words("- A point.", "- 一点。"))

    assert marks(article(content, CHINESE)) == [BY_MACHINE]
    assert marks(article(content, ENGLISH)) == []


@pytest.mark.parametrize("lang", [ENGLISH, CHINESE])
@pytest.mark.parametrize(
    "place", ["costs", "good_fit", "criteria.i5.text", "taking_part.p2.time", "headline"]
)
def test_a_text_the_sponsor_was_asked_about_says_so_in_both_languages(place, lang):
    page = article(seed_content(schema=3, asked_about=(place,)), lang)

    assert marks(page) == [ASKED[lang]]


def test_the_sentence_stands_in_the_section_of_its_text():
    content = seed_content(schema=3, machine_translated=("costs", "criteria.i5.text"), asked_about=("costs",))

    page = article(content, CHINESE)

    assert marks(section(page, "costs")) == [BY_MACHINE, ASKED[CHINESE]]
    assert marks(page.find(id="i5")) == [BY_MACHINE]
    assert marks(section(page, "rights")) == []


def test_why_a_trial_stopped_may_be_a_machines_chinese_too():
    stopped = seed_facts(status="TERMINATED", why_stopped=Words("No funds", "没有经费"))
    content = seed_content(schema=3, facts=stopped, machine_translated=("facts.why_stopped",))

    assert marks(article(content, CHINESE)) == [BY_MACHINE]


def test_names_of_treatments_in_a_line_of_facts_are_told_together():
    content = seed_content(schema=3, machine_translated=("interventions.v1.name", "interventions.v2.name"))

    told = marks(section(article(content, CHINESE), "registry"))

    assert told == ["本页的治疗名称由机器翻译，并经人工审核。"]
    assert marks(article(content, ENGLISH)) == []


def test_the_heard_order_of_a_text_is_words_then_sentence():
    content = seed_content(schema=3, machine_translated=("costs",))

    said = words_of(section(article(content, CHINESE), "costs"))

    assert said.endswith(f"请询问研究团队。{BY_MACHINE}")


# ——— criteria


@pytest.mark.parametrize(
    ("lang", "label", "note"), [(ENGLISH, "Editors’ note", NOTE.en), (CHINESE, "编辑注", NOTE.zh_hans)]
)
def test_a_note_stands_under_the_registrys_words_with_its_label(lang, label, note):
    page = article(with_first(note=NOTE), lang)

    box = page.find(id="i1").select_one(".note")
    assert words_of(box) == f"{label} {note}"
    assert words_of(box.select_one(".note__label")) == label
    assert len(page.select(".note")) == 1


def test_a_note_in_one_language_stands_on_that_page_alone():
    content = with_first(note=Words(NOTE.en, None))

    assert (len(article(content, ENGLISH).select(".note")), article(content, CHINESE).select(".note")) == (
        1,
        [],
    )


def test_a_note_a_machine_translated_says_so_inside_the_note():
    content = replace(with_first(note=NOTE), machine_translated=("criteria.i1.note",))

    page = article(content, CHINESE)

    assert marks(page.select_one(".note")) == marks(page) == [BY_MACHINE]


@pytest.mark.parametrize(("lang", "label"), [(ENGLISH, "Official Chinese"), (CHINESE, "官方中文")])
def test_official_chinese_leads_to_where_it_can_be_read(lang, label):
    page = article(with_first(source="official", official_url="https://www.chictr.org.cn/x"), lang)

    [link] = page.find(id="i1").find_all("a")
    assert (link["href"], words_of(link)) == ("https://www.chictr.org.cn/x", label)


@pytest.mark.parametrize(
    ("source", "url"),
    [("official", ""), ("official", "javascript:alert(1)"), ("registry", "https://www.chictr.org.cn/x")],
)
def test_nothing_else_is_a_link_to_official_chinese(source, url):
    page = article(with_first(source=source, official_url=url), CHINESE)

    assert page.find(id="i1").find_all("a") == []


def test_chinese_by_the_editors_is_owned_up_to_beside_official_chinese():
    mixed = with_first(source="official")
    official = replace(mixed, criteria=(mixed.criteria[0],))

    labels = [
        words_of(section(article(each, CHINESE), "criteria").select_one(".from"))
        for each in (mixed, official)
    ]

    assert labels == [
        "摘自登记处，2026年8月22日；除注明“官方中文”的以外，中文由编辑翻译",
        "摘自登记处，2026年8月22日",
    ]


# ——— paper


def test_the_sheet_says_all_of_it_too():
    content = replace(
        with_first(note=NOTE, source="official", official_url="https://www.chictr.org.cn/x"),
        machine_translated=("summary", "what_it_studies", "criteria.i2.text"),
        asked_about=("possible_harms",),
    )
    with translation.override(CHINESE):
        sheet = soup(render_to_string("components/sheet.html", {"t": read_trial(showing(content, CHINESE))}))

    assert marks(sheet) == [BY_MACHINE, BY_MACHINE, ASKED[CHINESE], BY_MACHINE]
    assert len(sheet.select(".note")) == 1
    assert [link["href"] for link in sheet.find(id="i1").find_all("a")] == ["https://www.chictr.org.cn/x"]
