from dataclasses import replace

import pytest

from editorial.content import Words
from tests.site.seed import seed_content
from tests.site.seen import article, section, soup, words_of
from trials.content import Explanation

MYELOMA = Explanation(
    "multiple-myeloma",
    Words("multiple myeloma (MM)", "多发性骨髓瘤（MM）"),
    Words("A cancer of plasma cells.", "浆细胞的癌症。"),
)
ECOG = Explanation(
    "ecog-score", Words("ECOG score (ECOG)", "ECOG评分（ECOG）"), Words("A number from 0 to 5.", "0到5分。")
)


def explained(*explanations, **changes):
    return seed_content(explanations=explanations, **changes)


def links_to(page, key):
    return page.select(f'a[href="#word-{key}"]')


def section_of(link):
    return (link.find_parent("section") or link.find_parent(class_="top")).get("id", "top")


@pytest.mark.parametrize(("lang", "said"), [("en", "multiple myeloma"), ("zh-hans", "多发性骨髓瘤")])
def test_first_use_leads_to_the_explanation(lang, said):
    page = article(explained(MYELOMA), lang)

    [link] = links_to(page, "multiple-myeloma")

    assert (words_of(link), section_of(link)) == (said, "top")
    assert words_of(page.find(id="word-multiple-myeloma").find_next("dd")) == MYELOMA.meaning.in_language(
        lang
    )


def test_headline_is_no_link():
    page = article(explained(MYELOMA))

    assert (words_of(page.h1), page.h1.find("a")) == (seed_content().headline.en, None)


def test_abbreviation_is_a_first_use_too():
    page = article(explained(MYELOMA, summary=Words("For people with MM.", "面向MM患者。")))

    assert [words_of(link) for link in links_to(page, "multiple-myeloma")] == ["MM"]


def test_use_in_the_criteria_alone_is_explained_without_a_link():
    page = article(explained(MYELOMA, ECOG))

    words = section(page, "words")

    assert links_to(page, "ecog-score") == []
    assert [dt["id"] for dt in words.select(".section__body > dl dt")] == ["word-multiple-myeloma"]
    assert [dt["id"] for dt in words.select("details dt")] == ["word-ecog-score"]


def test_words_that_all_have_a_link_need_nothing_opened():
    assert section(article(explained(MYELOMA)), "words").find("details") is None


def test_steps_and_list_items_hold_links():
    text = Words("- Nothing else.\n- Ask about multiple myeloma.", "- 无。\n- 询问多发性骨髓瘤。")
    steps = (replace(seed_content().taking_part[0], text=text),)
    nowhere = dict.fromkeys(("summary", "what_it_studies", "good_fit"), Words("Nothing.", "无。"))
    page = article(explained(MYELOMA, taking_part=steps, **nowhere))

    [link] = links_to(page, "multiple-myeloma")

    assert (section_of(link), link.parent.name) == ("taking-part", "li")


def test_word_in_an_address_is_no_link():
    text = Words("See https://example.org/multiple-myeloma now.", "见 https://example.org/MM 。")
    page = article(explained(MYELOMA, summary=text))

    assert section_of(*links_to(page, "multiple-myeloma")) == "studies"


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_links_change_no_word_of_the_page(lang):
    plain, with_links = (
        words_of(article(content, lang).find(class_="top")) for content in (explained(), explained(MYELOMA))
    )

    assert with_links == plain


def test_page_without_explanations_has_no_section_and_no_link():
    page = article(explained())

    assert (section(page, "words"), page.select("a.word")) == (None, [])


def test_page_has_at_most_six_disclosures():
    assert len(article(explained(MYELOMA, ECOG)).find_all("details")) <= 6


def test_markup_in_an_explanation_is_shown_and_not_obeyed():
    evil = replace(MYELOMA, meaning=Words("<script>alert(1)</script>", "x"))

    page = article(explained(evil))

    assert page.find("script") is None
    assert words_of(section(page, "words").dd) == "<script>alert(1)</script>"


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_sheet_for_the_doctor_links_to_nothing_it_does_not_hold(client, publish, lang):
    publish(explained(MYELOMA))

    sheet = soup(client.get(f"/{lang}/trials/nct06279026/print/").content)

    assert sheet.select("a.word") == []
