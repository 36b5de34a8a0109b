import pytest

from tests.site.seed import seed_content
from tests.site.seen import article, section, words_of


def test_steps_are_numbered_and_say_when():
    steps = section(article(seed_content()), "taking-part").select("ol > li")

    assert [words_of(step) for step in steps] == [
        "Before the infusion Tests, and a treatment that prepares your body.",
        "Infusion You receive UTAA17 through a vein.",
        "Up to 24 months after Visits with blood samples.",
    ]


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_timeline_is_an_ordered_list_and_nothing_but_its_steps(lang):
    timeline = section(article(seed_content(), lang), "taking-part").select_one(".steps")

    assert timeline.name == "ol"
    assert {child.name for child in timeline.find_all(recursive=False)} == {"li"}
    # Numbers and line are drawn by the style sheet; a listener hears the list's own numbers.
    assert timeline.find_all(["svg", "img"]) == []
    assert [step.find(True, recursive=False).name for step in timeline.find_all("li")] == ["strong"] * 3
