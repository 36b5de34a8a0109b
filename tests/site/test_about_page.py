import pytest

from tests.site.seed import seed_content
from tests.site.seen import article, section


def addresses(**changes):
    return [link["href"] for link in section(article(seed_content(), **changes), "about").select(".onward")]


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_page_leads_to_the_form_for_mistakes_and_to_earlier_editions(lang):
    page = f"/{lang}/trials/nct06279026/"

    assert addresses(lang=lang) == [f"{page}report/", f"{page}history/"]


def test_draft_leads_to_no_page_the_public_has_not():
    assert addresses(preview=True, last_reviewed=None, review_due=None) == []
