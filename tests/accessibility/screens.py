"""Our own screens in the admin, and the parts of Wagtail's screens that are ours."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

RECORD = Path(__file__).resolve().parents[2] / "demo/records/NCT06279026.json"
# Below the header with the breadcrumbs, which is Wagtail's.
WHOLE = ("#main .nice-padding",)

SUBMIT_OUTDATED = """
const token = document.querySelector('[name=csrfmiddlewaretoken]').value;
const values = {csrfmiddlewaretoken: token, loaded_revision_id: '1', headline_en: 'Typed in an outdated tab'};
const form = Object.assign(document.createElement('form'), {method: 'post', action: location.pathname});
for (const [name, value] of Object.entries(values)) {
  form.append(Object.assign(document.createElement('input'), {type: 'hidden', name, value}));
}
document.body.append(form);
form.submit();
"""


# What the page exports, with another first line and a unit of no page, as a translator might send it back.
READ_TRANSLATION = """
fetch('../export/').then((answer) => answer.text()).then((exported) => {
  const back = exported.replace(/(<target state=)"[^"]*">[^<]*/, '$1"translated">译者的标题')
    .replace('id="summary"', 'id="no.such"');
  const files = new DataTransfer();
  files.items.add(new File([back], 'back.xlf'));
  document.querySelector('#main [name=file]').files = files.files;
  document.querySelector('#main form').submit();
});
"""


@dataclass(frozen=True)
class Screen:
    name: str
    person: str
    """Name of the fixture that makes the person who works here; "" for somebody not logged in."""
    address: str
    """Below the admin; {page} is the number of the trial page."""
    parts: tuple[str, ...] = WHOLE
    """CSS selectors of what is ours, each of which must be found."""
    template: str = ""
    """The template of a whole screen of ours."""
    act: Callable[[Chrome], None] = lambda driver: None
    """What the person does before looking."""
    then: str = ""
    """A CSS selector that appears when this was done."""
    widths: tuple[int, ...] = (1280,)
    """In CSS pixels, each looked at."""

    def __str__(self) -> str:
        return self.name


def post_outdated(driver: Chrome) -> None:
    driver.execute_script(SUBMIT_OUTDATED)


def withdraw_without_reason(driver: Chrome) -> None:
    driver.find_element("id", "withdraw-reason-en").send_keys(" ")
    driver.find_element("css selector", "form .serious").click()


def decide_without_ticks(driver: Chrome) -> None:
    driver.find_element("css selector", "#decision [name=act]").click()


def confirm_nothing(driver: Chrome) -> None:
    driver.find_element("css selector", "#main form [type=submit]").click()


def put_nothing_up(driver: Chrome) -> None:
    press(driver, "#main [value=put-up]")


def put_notice_up(driver: Chrome) -> None:
    if driver.find_elements("css selector", ".act__notice"):
        return
    for chosen in ("#kind-paused", "#source-hospital", "#main [value=put-up]"):
        press(driver, chosen)


def press(driver: Chrome, selector: str) -> None:
    pressed = driver.find_element("css selector", selector)
    driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", pressed)
    pressed.click()


def import_record(driver: Chrome) -> None:
    driver.find_element("name", "file").send_keys(str(RECORD))
    driver.find_element("css selector", "#main .button-longrunning").click()


def read_translation(driver: Chrome) -> None:
    driver.execute_script(READ_TRANSLATION)


def open_facts(driver: Chrome) -> None:
    driver.find_elements("css selector", "[role=tab]")[1].click()


def open_new_site(driver: Chrome) -> None:
    driver.find_element("css selector", ".sites-new summary").click()


def make_batch(driver: Chrome) -> None:
    driver.execute_script("document.querySelector('.batches__new').open = true")
    driver.find_element("name", "new-name").send_keys("May 五月")
    press(driver, "[name=make]")


def tick_batches(driver: Chrome) -> None:
    make_batch(driver)
    WebDriverWait(driver, 20).until(lambda driver: driver.find_elements("css selector", ".batches__said"))
    driver.back()
    driver.refresh()


def put_into_no_batch(driver: Chrome) -> None:
    press(driver, "#main form [type=submit]")


def ask_nothing(driver: Chrome) -> None:
    press(driver, "#main form [type=submit]")


def answer_nothing(driver: Chrome) -> None:
    press(driver, "#main [name=act][value=answer]")


def open_report(driver: Chrome) -> None:
    press(driver, "#main td a[href*='/mistakes/']")


def note_nothing(driver: Chrome) -> None:
    open_report(driver)
    WebDriverWait(driver, 20).until(lambda driver: driver.find_elements("id", "report-ask"))
    press(driver, "#main [name=act][value=answer]")


def open_passage(driver: Chrome) -> None:
    press(driver, "#main td a[href*='/passages/']")


def open_unread_passage(driver: Chrome) -> None:
    driver.find_elements("css selector", "#main td a[href*='/passages/']")[1].click()


def insert_nothing(driver: Chrome) -> None:
    press(driver, "#main form [type=submit]")


def unfold_decline(driver: Chrome) -> None:
    driver.find_element("css selector", ".suggestions__answer summary").click()


def suggest_nothing(driver: Chrome) -> None:
    driver.find_element("css selector", ".suggestions__suggest summary").click()
    driver.find_element("css selector", ".suggestions__suggest [name=wording_en]").clear()
    driver.find_element("css selector", ".suggestions__suggest [type=submit]").click()


REVIEW = "review/{page}/"
EDIT = "pages/{page}/edit/"
STILL_CORRECT = "still-correct/{page}/"
NOTICE = "notice/{page}/"
QUERIES = "queries/{page}/"
PHONE_TOO = (1280, 360)
SCREENS = (
    Screen("login", "", "login/", ("main",), "wagtailadmin/login.html"),
    Screen("waiting", "language_reviewer", "", ("#waiting-for-you-section",)),
    Screen("review of the Chinese", "language_reviewer", REVIEW, (".review",), "editorial/review.html"),
    Screen("review by its author", "author", REVIEW, (".review",), "editorial/review.html"),
    Screen("review by a signer", "signer", REVIEW, (".review",), "editorial/review.html"),
    Screen(
        "review refused",
        "language_reviewer",
        REVIEW,
        (".review",),
        "editorial/review.html",
        act=decide_without_ticks,
        then=".review__refusal[role=alert]",
    ),
    Screen("workflow", "author", "workflows/", (".review",), "editorial/workflow.html"),
    Screen(
        "suggestions",
        "author",
        "suggestions/{page}/",
        WHOLE,
        "editorial/suggestions/page.html",
        act=unfold_decline,
        then=".suggestions__answer details[open]",
    ),
    Screen(
        "suggestion refused",
        "signer",
        "suggestions/{page}/",
        WHOLE,
        "editorial/suggestions/page.html",
        act=suggest_nothing,
        then="#main [role=alert]",
    ),
    Screen("queries", "author", QUERIES, WHOLE, "editorial/queries/page.html", widths=PHONE_TOO),
    Screen(
        "query not answered",
        "author",
        QUERIES,
        WHOLE,
        "editorial/queries/page.html",
        act=answer_nothing,
        then="#main [role=alert]",
    ),
    Screen("queries of all pages", "signer", "queries/", WHOLE, "editorial/queries/all.html"),
    Screen(
        "reports of mistakes", "signer", "mistakes/", WHOLE, "editorial/mistakes/all.html", widths=PHONE_TOO
    ),
    Screen(
        "report of a mistake",
        "author",
        "mistakes/",
        WHOLE,
        "editorial/mistakes/report.html",
        act=open_report,
        then="#report-ask",
        widths=PHONE_TOO,
    ),
    Screen(
        "report not answered",
        "author",
        "mistakes/",
        WHOLE,
        "editorial/mistakes/report.html",
        act=note_nothing,
        then="#main [role=alert]",
    ),
    Screen("asking", "signer", QUERIES + "ask/?place=summary", WHOLE, "editorial/queries/ask.html"),
    Screen(
        "asking refused",
        "signer",
        QUERIES + "ask/",
        WHOLE,
        "editorial/queries/ask.html",
        act=ask_nothing,
        then="#main [role=alert]",
        widths=PHONE_TOO,
    ),
    Screen(
        "passage",
        "author",
        "snippets/trials/passage/",
        WHOLE,
        "trials/passages/passage.html",
        act=open_passage,
        then="#passage-words",
        widths=PHONE_TOO,
    ),
    Screen(
        "passage to approve",
        "language_reviewer",
        "snippets/trials/passage/",
        WHOLE,
        "trials/passages/passage.html",
        act=open_unread_passage,
        then="#main form[method=post]",
    ),
    Screen(
        "inserting a passage",
        "author",
        "trials/{page}/passage/?place=rights",
        WHOLE,
        "trials/passages/insert.html",
        widths=PHONE_TOO,
    ),
    Screen(
        "inserting refused",
        "author",
        "trials/{page}/passage/",
        WHOLE,
        "trials/passages/insert.html",
        act=insert_nothing,
        then="#main [role=alert]",
    ),
    Screen("withdraw", "lead", "withdraw/{page}/", WHOLE, "editorial/withdraw.html"),
    Screen(
        "withdraw refused",
        "lead",
        "withdraw/{page}/",
        WHOLE,
        "editorial/withdraw.html",
        act=withdraw_without_reason,
        then="#main [role=alert]",
    ),
    Screen(
        "outdated tab",
        "author",
        EDIT,
        WHOLE,
        "editorial/outdated.html",
        act=post_outdated,
        then="#main textarea[readonly]",
    ),
    Screen("editing texts", "author", EDIT, ("#findings", ".side-by-side", ".registry-words", ".facts-row")),
    Screen(
        "editing facts",
        "author",
        EDIT,
        (".facts-row", ".facts-ticks", "[href$='/sites/']"),
        act=open_facts,
        then="[role=tab]:nth-of-type(2)[aria-selected=true]",
    ),
    Screen(
        "sites",
        "author",
        "trials/{page}/sites/",
        WHOLE,
        "trials/editing/sites.html",
        act=open_new_site,
        then=".sites-new[open]",
    ),
    Screen("dashboard of a signer", "signer", "", (".office",)),
    Screen("dashboard of an author", "author", "", (".office",)),
    Screen("dashboard of a lead", "lead", "", (".office",)),
    Screen("load planner", "lead", "load/", WHOLE, "editorial/load.html"),
    Screen("register", "signer", "register/", WHOLE, "editorial/register.html"),
    Screen("editions", "author", "editions/{page}/", WHOLE, "editorial/editions.html"),
    Screen("still correct", "signer", STILL_CORRECT, WHOLE, "editorial/still_correct.html"),
    Screen(
        "still correct refused",
        "signer",
        STILL_CORRECT,
        WHOLE,
        "editorial/still_correct.html",
        act=confirm_nothing,
        then="#main [role=alert]",
    ),
    Screen("urgent notice", "lead", NOTICE, WHOLE, "editorial/notice.html", widths=PHONE_TOO),
    Screen(
        "urgent notice refused",
        "lead",
        NOTICE,
        WHOLE,
        "editorial/notice.html",
        act=put_nothing_up,
        then="#main [role=alert]",
        widths=PHONE_TOO,
    ),
    Screen(
        "urgent notice standing",
        "lead",
        NOTICE,
        (".act__notice", *WHOLE),
        "editorial/notice.html",
        act=put_notice_up,
        then=".act__notice",
        widths=PHONE_TOO,
    ),
    Screen("letters", "lead", "letters/", WHOLE, "editorial/letters.html"),
    Screen(
        "new term", "translator", "snippets/trials/glossaryterm/add/", (".side-by-side",), widths=PHONE_TOO
    ),
    Screen("exchange", "author", "trials/translation/", WHOLE, "trials/exchange/import.html"),
    Screen(
        "translation read over",
        "author",
        "trials/{page}/translation/import/",
        WHOLE,
        "trials/exchange/import.html",
        act=read_translation,
        then=".exchange-units tbody tr:nth-child(2)",
        widths=PHONE_TOO,
    ),
    Screen(
        "translation memory",
        "author",
        "trials/{page}/memory/?place=headline",
        WHOLE,
        "trials/memory/page.html",
        widths=PHONE_TOO,
    ),
    Screen("list of trials", "author", "trials/", (".progress-of",)),
    Screen(
        "batches",
        "author",
        "batches/",
        WHOLE,
        "trials/batches/list.html",
        act=tick_batches,
        then="#main [name=batch]",
        widths=PHONE_TOO,
    ),
    Screen(
        "batch",
        "author",
        "batches/",
        WHOLE,
        "trials/batches/batch.html",
        act=make_batch,
        then=".batches__said",
        widths=PHONE_TOO,
    ),
    Screen(
        "put into a batch refused",
        "author",
        "bulk/wagtailcore/page/put_into_batch/?id={page}",
        WHOLE,
        "trials/batches/put_into.html",
        act=put_into_no_batch,
        then="#main [role=alert]",
        widths=PHONE_TOO,
    ),
    Screen("import", "author", "trials/import/", WHOLE, "trials/importing/import.html"),
    Screen(
        "records imported",
        "author",
        "trials/import/",
        WHOLE,
        "trials/importing/import.html",
        act=import_record,
        then="#main [role=status]",
    ),
)
