from tests.site.seed import SEED, seed_content
from tests.site.seen import article, section, words_of


def test_review_says_when_by_whom_and_when_next():
    review = section(article(seed_content()), "about").select_one(".review")

    assert [words_of(part) for part in review.find_all(["p", "li"])] == [
        "Last reviewed 2026-05-15 by the Find a Trial editorial team.",
        "Next review due by 2026-11-11.",
        "Signed off by:",
        "Haematologist",
    ]


def test_review_in_chinese_is_the_sentence_of_the_seed():
    review = section(article(seed_content(), "zh-hans"), "about").select_one(".review__line")

    assert words_of(review) == SEED["zh-hans"]["review"]["statement"]


def test_draft_has_no_reviewers_and_no_next_review():
    draft = article(
        seed_content(), preview=True, last_reviewed=None, review_due=None, reviewer_roles=seed_content().costs
    )

    assert words_of(section(draft, "about").select_one(".review__line")) == "Not yet reviewed."


def test_disclaimer_and_sources_stand_beside_the_review():
    about = section(article(seed_content()), "about")

    assert words_of(about.select_one(".disclaimer")) == SEED["en"]["review"]["disclaimer"]
    assert [words_of(item) for item in about.select(".sources li")] == [
        "ClinicalTrials.gov, record NCT06279026 read on 22 August 2026"
    ]
