from editorial.content import Words
from tests.site.publishing import prose_content
from tests.site.seed import seed_content
from tests.site.seen import soup, words_of


def footer(client, publish, lang):
    publish(seed_content())
    return soup(client.get(f"/{lang}/trials/nct06279026/").content).footer


def test_footer_names_publisher_contact_and_icp_number(client, publish):
    lines = [words_of(line) for line in footer(client, publish, "zh-hans").find_all("p")]

    assert lines == ["主办单位：苏州示例基金会", "editors@example.org", "苏ICP备00000000号"]


def test_icp_number_leads_to_the_authority_that_gave_it(client, publish):
    link = footer(client, publish, "en").find("a", string="苏ICP备00000000号")

    assert (link["href"], link["lang"]) == ("https://beian.miit.gov.cn/", "zh-Hans")


def test_information_pages_stand_in_an_order_that_was_thought_of(client, publish):
    for path in ("zebra/", "privacy/", "about/", "how-to-read/", "accessibility/"):
        publish(prose_content(path, Words(path, path), Words("Text.", "文字。")))

    links = footer(client, publish, "en").select(".footer__links a")

    assert [words_of(link) for link in links] == [
        "how-to-read/",
        "about/",
        "accessibility/",
        "privacy/",
        "zebra/",
    ]


def test_footer_leads_to_trials_words_and_the_check_of_a_paper(client, publish):
    links = footer(client, publish, "en").select(".footer__main a")

    assert [(words_of(link), link["href"]) for link in links] == [
        ("Trials", "/en/trials/"),
        ("Words", "/en/words/"),
        ("Check a printed page", "/en/verify/"),
    ]
