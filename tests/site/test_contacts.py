import pytest

from tests.site.seed import seed_content, seed_site
from tests.site.seen import article, section, words_of
from trials.content import Contact
from trials.site.contacts import dialled

OFFICE = Contact("k1", "s1", "trial_office", "+86 512 6778 0000", "2026-05-01")


def contacts(lang="en", **changes):
    return section(article(seed_content(**changes), lang), "contacts")


def test_page_without_contacts_says_what_to_do_instead():
    first = contacts().find("ul")

    assert [words_of(item) for item in first.find_all("li")] == [
        "Ring the hospital’s switchboard: The Second Affiliated Hospital of Soochow University.",
        "You find the telephone on the hospital’s own website.",
        "Ask for the clinical-trial office (in Chinese: 药物临床试验机构办公室).",
        "Say the trial number: NCT06279026.",
        "Or take this page to your own doctor, who can ask for you.",
    ]


def test_page_without_contacts_says_it_in_chinese_too():
    first = contacts("zh-hans").find("ul")

    assert [words_of(item) for item in first.find_all("li")] == [
        "给医院总机打电话：苏州大学附属第二医院。",
        "电话请查医院官网。",
        "请总机转“药物临床试验机构办公室”。",
        "说出试验登记号：NCT06279026。",
        "也可以把本页带给您自己的医生看，请医生帮您问。",
    ]


def test_page_without_sites_still_says_whom_to_ask():
    first = contacts(sites=()).find("ul")

    assert words_of(first.find("li")) == "Ask for the clinical-trial office."


def test_contact_gives_role_hospital_number_and_the_day_it_was_checked():
    listed = contacts(contacts=(OFFICE,)).select_one(".contacts__contact")

    assert words_of(listed) == (
        "Trial office The Second Affiliated Hospital of Soochow University +86 512 6778 0000 "
        "Number checked on 1 May 2026"
    )


def test_contact_can_be_dialled():
    assert contacts(contacts=(OFFICE,)).a["href"] == "tel:+8651267780000"


def test_two_standing_sentences_are_there_with_contacts_and_without():
    expected = [
        "Do not stop or delay any treatment because of this page.",
        "If anyone asks you for money to get you into the trial, ask the hospital first.",
    ]

    for listed in ((), (OFFICE,)):
        standing = contacts(contacts=listed).select_one(".standing")
        assert [words_of(item) for item in standing.find_all("li")] == expected


def test_page_of_many_sites_gives_the_contacts_of_those_it_names():
    sites = tuple(seed_site(key=f"s{n}") for n in range(1, 13))
    everybody = (Contact("k0", "", "CONTACT", "+86 10 0", ""),)
    everybody += tuple(Contact(f"k{n}", f"s{n}", "CONTACT", f"+86 10 {n}", "") for n in range(1, 13))

    shown = contacts(sites=sites, contacts=everybody).select(".contacts__telephone")

    assert [words_of(link) for link in shown] == [f"+86 10 {n}" for n in range(9)]


def test_contact_without_a_number_is_named_and_cannot_be_dialled():
    listed = contacts(contacts=(Contact("k1", "", "trial_office", "", ""),)).select_one(".contacts__contact")

    assert words_of(listed) == "Trial office"
    assert listed.find("a") is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("+86 (512) 6778 0000", "+8651267780000"),
        ("＋８６ ５１２ ６７７８ ００００", "+8651267780000"),
        ("０１０－１２３４", "0101234"),
        ("(+86) 512-6778", "+865126778"),
        ("Tel/Fax: 010-1234", "0101234"),
        ("Fax 010-1234", "0101234"),
        ("010-1234 ext. 56", "0101234"),
        ("010-1234 Ext 56", "0101234"),
        ("010-1234 extension 56", "0101234"),
        ("010-1234x56", "0101234"),
        ("010-1234 转 56", "0101234"),
        ("010-1234转56", "0101234"),
        ("010-1234 分机56", "0101234"),
        ("400-1 / 400-2", "4001"),
        ("400-1／400-2", "4001"),
        ("400-1, 400-2", "4001"),
        ("400-1，400-2", "4001"),
        ("400-1；400-2", "4001"),
        ("400-1 或 400-2", "4001"),
        ("010-6553 6688（8:00-17:00）", "01065536688"),
    ],
)
def test_first_number_is_dialled_without_its_extension(written, number):
    assert dialled(written) == number


@pytest.mark.parametrize(
    "written",
    [
        "",
        "ask at the desk",
        "总机转56",
        "switchboard ext. 56",
        "1-877-CTLILLY (1-877-285-4559)",
        "010-12345678 010-87654321",
    ],
)
def test_what_is_no_single_number_is_not_dialled(written):
    assert dialled(written) == ""


@pytest.mark.parametrize("zeros", ["+00-000-0000000 ext. 0", "０００－００００"])
def test_telephone_of_zeros_is_no_contact(zeros):
    listed = contacts(contacts=(Contact("k1", "", "trial_office", zeros, ""),))

    assert listed.select(".contacts__contact") == []
    assert len(listed.find("ul").find_all("li")) == 5


def test_extension_is_said_in_chinese():
    office = Contact("k1", "", "trial_office", "010-1234 ext. 56", "")

    assert words_of(contacts("zh-hans", contacts=(office,)).a) == "010-1234转56"


@pytest.mark.parametrize("written", ["010-1234 ext. 56", "400-1 / 400-2", "０１０－１２３４"])
def test_number_is_shown_as_it_was_written(written):
    shown = contacts(contacts=(Contact("k1", "", "trial_office", written, ""),)).a

    assert words_of(shown) == written


def test_telephone_that_cannot_be_dialled_is_shown_all_the_same():
    listed = contacts(contacts=(Contact("k1", "", "trial_office", "ask at the desk", ""),))

    assert words_of(listed.select_one(".contacts__contact")) == "Trial office ask at the desk"
    assert listed.find("a") is None
