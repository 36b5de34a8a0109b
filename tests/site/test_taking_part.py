from tests.site.seed import seed_content
from tests.site.seen import article, section, words_of


def test_steps_are_numbered_and_say_when():
    steps = section(article(seed_content()), "taking-part").select("ol > li")

    assert [words_of(step) for step in steps] == [
        "Before the infusion Tests, and a treatment that prepares your body.",
        "Infusion You receive UTAA17 through a vein.",
        "Up to 24 months after Visits with blood samples.",
    ]
