from editorial.content import Words
from tests.site.publishing import prose_content
from tests.site.seen import headings, outline, soup, words_of
from trials.site.prose import Part, parts_of

HOME = prose_content(
    "",
    Words("Trials, explained", "看得懂的试验"),
    Words("Hello.\n\n## How we write\n\n- One\n- Two", "您好。"),
)


def test_text_is_cut_at_its_headings():
    assert parts_of("First.\n\n## A\ntext\n## B\n\nmore\n") == (
        Part("", "First."),
        Part("A", "text"),
        Part("B", "more"),
    )


def test_text_may_begin_with_a_heading():
    assert parts_of("## A\ntext") == (Part("", ""), Part("A", "text"))


def test_home_page_leads_to_the_trials(client, publish):
    publish(HOME)

    page = soup(client.get("/en/").content)

    assert outline(page) == ["h1", "h2"]
    assert [words_of(item) for item in page.main.select("article > ul > li")] == ["One", "Two"]
    assert page.main.select_one("a.onward")["href"] == "/en/trials/"


def test_pages_are_called_like_themselves_and_the_site(client, publish):
    publish(HOME)
    publish(prose_content("about/", Words("About us", "关于我们"), Words("Text.", "文字。")))

    titles = [soup(client.get(address).content).title.string for address in ("/en/", "/zh-hans/about/")]

    assert titles == ["Trials, explained – Find a Trial", "关于我们 – 寻找临床试验"]


def test_prose_page_says_who_signed_it_and_when(client, publish):
    publish(HOME)

    review = soup(client.get("/zh-hans/").content).select_one(".review__line")

    assert words_of(review) == "由Find a Trial编辑团队于2026年5月15日最后审核。"


def test_heading_of_an_information_page_is_its_title(client, publish):
    publish(prose_content("about/", Words("About us", "关于我们"), Words("Text.", "文字。")))

    assert headings(soup(client.get("/en/about/").content), "h1") == ["About us"]
