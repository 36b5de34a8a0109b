from editorial.content import Words
from tests.site.seed import seed_content
from tests.site.seen import article, facts, section, words_of


def test_glance_without_key_points_gives_five_facts_and_says_whose_they_are():
    glance = section(article(seed_content()), "glance")

    assert facts(glance) == {
        "For people with": "Relapsed/Refractory Multiple Myeloma",
        "What is tested": "CAR T, chemotherapy",
        "Ages": "18 Years and up",
        "Where": "1 site (Suzhou, Jiangsu)",
        "How many people": "15 (estimated)",
    }
    assert words_of(glance.select_one(".from")) == "From the registry, 22 Aug 2026"


def test_glance_shows_the_editors_key_points_in_their_place():
    points = Words("- One.\n- Two.", "- 一。\n- 二。")

    glance = section(article(seed_content(key_points=points), "zh-hans"), "glance")

    assert [words_of(item) for item in glance.find_all("li")] == ["一。", "二。"]
    assert facts(glance) == {}
