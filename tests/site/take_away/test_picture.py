from dataclasses import replace
from io import BytesIO

import pytest
import segno
from PIL import Image

from editorial.content import LANGUAGES, Words
from tests.site.publishing import site_settings
from tests.site.seed import seed_content
from tests.site.take_away.showings import DECISIVE, marked_content, ordered, seed_file, showing_of
from trials.site.review import verify_address
from trials.take_away.printing import printed
from trials.take_away.share import drawn, share_of

pytestmark = pytest.mark.thorough


def opened(body: bytes) -> Image.Image:
    return Image.open(BytesIO(body)).convert("L")


def modules_at(picture: Image.Image, top: int, count: int) -> list[list[int]]:
    """What stands where a QR code of `count` modules would begin in this row; 1 is dark."""
    left, step = 32, 296 / count
    spots = [step * (number + 0.5) for number in range(count)]
    return [[int(picture.getpixel((left + x, top + y)) < 128) for x in spots] for y in spots]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_picture_is_small_enough_to_send_and_wide_enough_to_read(lang):
    body = seed_file("picture", lang)

    assert len(body) <= 400_000
    assert opened(body).width == 720


def test_picture_has_the_code_that_leads_to_its_edition():
    content = marked_content(*DECISIVE)
    edition = showing_of(content, lang="en").edition
    code = segno.make(verify_address(edition), error="m", micro=False)
    wanted = [[int(dark) for dark in row] for row in code.matrix_iter(border=4)]

    picture = opened(seed_file("picture", "en"))
    rows = range(picture.height // 2, picture.height - 296)
    assert any(modules_at(picture, top, len(wanted)) == wanted for top in rows)


def test_picture_of_a_very_long_page_is_cut_at_a_section_and_says_where_to_read_on():
    points = Words("- A point that takes some words to say.\n" * 400, "- 要点\n" * 400)
    order = ordered("picture", showing_of(seed_content(key_points=points), lang="en"))

    body = printed(order)

    cut = [text.count("Read on at:") for text in order.tries]
    assert len(body) <= 400_000
    assert opened(body).height < 4000
    assert cut == [0, 1, 1, 1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_share_image_is_large_enough_for_chats_and_names_no_status(lang):
    showing = showing_of(seed_content(), lang=lang)
    later = replace(
        showing, content=replace(showing.content, facts=replace(showing.content.facts, status=""))
    )

    body = drawn(share_of(showing))

    assert opened(body).size == (1200, 630)
    assert len(body) < 100_000
    assert drawn(share_of(later)) == body


def test_share_image_of_a_neutral_site_does_not_depend_on_the_headline():
    site = site_settings(neutral_sharing=True)
    contents = (seed_content(), seed_content(headline=Words("Another disease", "另一种病")))

    bodies = {drawn(share_of(showing_of(content, lang="en", site=site))) for content in contents}

    assert len(bodies) == 1


def test_share_image_holds_the_longest_title():
    content = seed_content(headline=Words("A very long headline of a trial " * 30, "很长的标题，" * 60))

    pictures = {lang: opened(drawn(share_of(showing_of(content, lang=lang)))) for lang in LANGUAGES}

    # The strip above the line over the trial's number is paper, and nothing but paper.
    strips = {lang: picture.crop((80, 485, 1120, 508)).getextrema() for lang, picture in pictures.items()}
    assert strips == dict.fromkeys(LANGUAGES, (251, 251))
