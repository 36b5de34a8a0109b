"""Honest and plain words: what is hinted at, what is let through, and which five come first."""

from dataclasses import replace

import pytest

from editorial.content import CHINESE, ENGLISH, Words
from editorial.findings import Weight
from tests.site.seed import seed_content
from trials import checks
from trials.checks.plain import MOST_SHOWN, plain_language
from trials.checks.plain.claims import claims_in
from trials.checks.plain.colours import colour_references
from trials.checks.plain.links import is_file_name, is_vague_link, pointing_words
from trials.checks.plain.promises import promises_in, stress_on_free
from trials.checks.plain.signs import lost_signs
from trials.content import Explanation, Source, TrialContent

LAY = (
    "summary",
    "what_it_studies",
    "good_fit",
    "not_a_fit",
    "potential_benefit",
    "similar_studies",
    "how_to_participate",
    "seo_description",
)


def plain(**changes: object) -> TrialContent:
    """The seed with nothing to hint at, but for `changes`."""
    honest = dict.fromkeys(LAY, Words("Ask the study team.", "请问研究团队。")) | {"how_to_participate": ()}
    return seed_content(**honest | {"sources": ()} | changes)


def hints(content: TrialContent) -> list[tuple[str, str, str, str]]:
    return [(each.check, each.field, each.language, each.found) for each in plain_language(content)]


def test_page_of_plain_words_has_no_hint():
    assert hints(plain()) == []


def test_seeds_promotional_phrases_are_found_in_both_languages():
    assert hints(seed_content()) == [
        ("promising", "summary", "", "“safely” · “安全地”"),
        ("promising", "good_fit", "", "“Ideal” · “理想的人选”"),
        ("promising", "potential_benefit", "", "“new therapeutic option” · “新的治疗选择”"),
        (
            "promising",
            "similar_studies",
            "",
            "“shown promise” · “potential for success” · “有前景” · “成功的可能”",
        ),
        (
            "stress-on-free",
            "how_to_participate",
            "",
            "“is free and never obligates you to enroll” · “是免费的，您绝不会因此有义务参加试验”",
        ),
    ]


def test_hints_never_block_and_say_what_to_do():
    [first, *_others] = plain_language(seed_content())

    assert (first.weight, first.key) == (Weight.ADVISORY, "promising|summary||")
    assert first.message == (
        "“one-line summary” promises more than is known: “safely” · “安全地”. Say what the study looks at, "
        "and what is not known yet."
    )


def test_at_most_five_are_shown_and_no_other_finding_gives_way():
    content = seed_content(costs=Words("Shown in red. Click here.", ""), headline=Words("Hope", "突破性疗法"))
    bad = replace(content, key_points=Words("- A breakthrough", "- 机会难得"))

    found = checks.run(bad)

    shown = [each for each in found if each.check in ("promising", "stress-on-free", "colour-only")]
    assert len(shown) == MOST_SHOWN == 5
    assert [each.key for each in found if each.blocks] == ["both-languages|costs||zh-hans"]
    assert found[0].blocks


def test_order_is_by_harm_and_the_same_each_time():
    content = plain(
        costs=Words("Give 0.75×109/L. See the red box. Click here.", "输注0.75×109/L。见红色框。点击这里。"),
        potential_benefit=Words("It worked in others.", "对别人有效。"),
        summary=Words("A promising drug.", "有望。"),
    )

    names = [check for check, *_rest in hints(content)]

    assert names == ["unheard-sign", "promising", "claim-without-source", "colour-only", "vague-link"]
    assert hints(content) == hints(content)


def test_text_that_repeats_another_is_hinted_at_once():
    words = Words("It is ideal.", "很好。")

    assert hints(plain(summary=words, seo_description=words)) == [("promising", "summary", "en", "“ideal”")]


def test_registrys_criteria_and_titles_are_not_judged():
    content = plain(official_title=Words("A Promising Breakthrough", "突破性研究"))
    [first, *others] = content.criteria
    promising = replace(first, text=Words("Ideal patients.", "理想的患者。"))

    assert hints(replace(content, criteria=(promising, *others))) == []


def test_editors_note_beside_a_criterion_is_judged():
    content = plain()
    [first, *others] = content.criteria
    noted = replace(first, note=Words("A great opportunity.", "请问医生。"))

    assert hints(replace(content, criteria=(noted, *others))) == [
        ("promising", "criteria", "en", "“opportunity”")
    ]


def test_withheld_chinese_is_not_judged():
    assert hints(plain(summary=Words("Ask.", "机会难得。")).withhold_chinese()) == []


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        (ENGLISH, "It promises new hope: a breakthrough.", ["new hope", "breakthrough"]),
        (ENGLISH, "This groundbreaking, cutting-edge drug", ["groundbreaking", "cutting-edge"]),
        (ENGLISH, "A unique chance; guaranteed", ["unique chance", "guaranteed"]),
        (ENGLISH, "Nobody can promise that it helps; there is no guarantee.", []),
        (ENGLISH, "Ideal body weight; breakthrough pain; compromise; opportunistic infection", []),
        (ENGLISH, "You have the opportunity to ask questions.", []),
        (ENGLISH, "The study looks at safety and side effects.", []),
        (CHINESE, "机会难得，有望治愈，前景广阔", ["机会难得", "有望", "前景广阔"]),
        (CHINESE, "突破性疗法，保证有效，零风险", ["突破性", "保证有效", "零风险"]),
        (CHINESE, "突破性疼痛、突破性感染、不能保证有效、没有特效药", []),
        (CHINESE, "研究者希望了解安全性，您有机会提问", []),
    ],
)
def test_promises(lang, text, found):
    assert promises_in(text, lang) == found


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        (ENGLISH, "Free treatment for all!", ["Free treatment"]),
        (ENGLISH, "It is totally free. FREE", ["totally free", "FREE"]),
        (ENGLISH, "The tests are free of charge. You are free to leave. Disease-free treatment", []),
        (CHINESE, "全程免费，免费治疗", ["全程免费", "免费治疗"]),
        (CHINESE, "研究药物由申办者免费提供。", []),
    ],
)
def test_stress_on_what_is_free(lang, text, found):
    assert stress_on_free(text, lang) == found


def test_under_costs_what_is_free_may_be_said():
    assert hints(plain(costs=Words("Free treatment.", "免费治疗。"))) == []


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        (ENGLISH, "It worked in 40 % of people.", ["worked", "0 %"]),
        (ENGLISH, "Others have shown success. Nobody knows whether it works.", ["have shown", "success"]),
        (ENGLISH, "The leukaemia may go into remission. The registry holds no results.", []),
        (CHINESE, "研究显示有效。", ["研究显示", "有效"]),
        (CHINESE, "是否有效还不知道。没有治愈。", []),
    ],
)
def test_claims(lang, text, found):
    assert claims_in(text, lang) == found


def test_claim_with_a_source_is_let_through():
    claim = {"similar_studies": Words("It worked in others.", "对别人有效。")}
    source = Source("q1", Words("A trial of 2024", "2024年的试验"), "https://a.org", "")

    assert hints(plain(**claim)) == [("claim-without-source", "similar_studies", "", "“worked” · “有效”")]
    assert hints(plain(**claim, sources=(source,))) == []


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        (ENGLISH, "Fields in red, the green box, marked blue", ["in red", "green box", "marked blue"]),
        (ENGLISH, "Red blood cells, yellow fever, a red rash, in red blood cells", []),
        (CHINESE, "见红色部分，标红的字，用绿色标出", ["红色部分", "标红", "用绿色标"]),
        (CHINESE, "红细胞、黄疸、红色皮疹、白血病", []),
    ],
)
def test_reference_by_colour_alone(lang, text, found):
    assert colour_references(text, lang) == found


@pytest.mark.parametrize("words", ["Click here", "here", "Read more →", "More information."])
def test_vague_link_in_english(words):
    assert is_vague_link(words, ENGLISH)


@pytest.mark.parametrize("words", ["点击这里", "更多", "查看详情 →", "「链接」".strip("「」")])
def test_vague_link_in_chinese(words):
    assert is_vague_link(words, CHINESE)


@pytest.mark.parametrize(
    ("words", "lang"), [("View on ClinicalTrials.gov →", ENGLISH), ("在ClinicalTrials.gov上查看", CHINESE)]
)
def test_link_that_says_where_it_leads(words, lang):
    assert not is_vague_link(words, lang)


def test_text_that_points_is_found():
    assert pointing_words("To join, click here.", ENGLISH) == ["click here"]
    assert pointing_words("报名请点击这里。", CHINESE) == ["请点击这里"]


def test_title_of_a_source_that_says_nothing_is_hinted_at():
    source = Source("q1", Words("Read more", "查看详情"), "https://a.org", "")

    assert hints(plain(sources=(source,))) == [("vague-link", "sources", "", "“Read more” · “查看详情”")]


@pytest.mark.parametrize(
    ("alternative", "is_one"),
    [("IMG_2041", True), ("photo-final.JPG", True), ("A patient and her doctor", False), ("", False)],
)
def test_file_name_in_place_of_a_picture(alternative, is_one):
    assert is_file_name(alternative) is is_one


@pytest.mark.parametrize("text", ["ANC ≥0.75×109/L", "血小板≥50 × 10 9/L", "输注1x106 cells"])
def test_exponent_flattened_in_typing_is_found(text):
    assert len(lost_signs(text, ENGLISH)) == 1


@pytest.mark.parametrize("text", ["≥0.75×10⁹/L", "50×10^9 /L", "≤2.5×ULN", "10 mg", "2×100 mg", "x", ""])
def test_sign_that_is_heard_is_let_through(text):
    assert lost_signs(text, ENGLISH) == []


def test_explained_abbreviation_is_let_through():
    abbreviated = {"costs": Words("Ask.", "按IMWG标准。采用MRD检查。做CT。IV期。")}
    term = Explanation("t", Words("MRD", "微小残留病（MRD）"), Words("Few cells.", "很少的细胞。"))

    assert hints(plain(**abbreviated)) == [("abbreviation", "costs", "zh-hans", "IMWG, MRD")]
    assert hints(plain(**abbreviated, explanations=(term,))) == [("abbreviation", "costs", "zh-hans", "IMWG")]
    assert hints(plain(**abbreviated, explanations=(term,), foreign_words=("IMWG",))) == []
