"""Every surface the public can meet, by address, template and state; the tests walk all of them."""

from dataclasses import dataclass

from editorial.content import LANGUAGES

TRIAL = "trials/nct06279026/"


@dataclass(frozen=True)
class Surface:
    name: str
    pattern: str
    """Name of the URL pattern that answers."""
    template: str
    """Path below templates/."""
    path: str
    """Address below the language, in the demonstration or in the data the test makes."""
    mark: str
    """A CSS selector found on this surface and on no other: the right page is being looked at."""
    status: int = 200
    languages: tuple[str, ...] = LANGUAGES

    def __str__(self) -> str:
        return self.name


IN_DEMO = (
    Surface("home", "wagtail_serve", "pages/home.html", "", ".reader--home h1"),
    Surface(
        "information",
        "wagtail_serve",
        "pages/information.html",
        "about/",
        "body:not(.reader--home) .plain.reader",
    ),
    Surface("trials", "trials", "pages/trials.html", "trials/", ".cards > .card"),
    Surface("search", "trials", "pages/trials.html", "trials/?city=Suzhou&age=62", ".chips ~ .cards > .card"),
    Surface("nothing found", "trials", "pages/trials.html", "trials/?city=Suzhou&age=1", ".nothing"),
    Surface("trial", "wagtail_serve", "pages/trial.html", TRIAL, ".trial details.criteria"),
    Surface("sites", "trial_sites", "pages/sites.html", f"{TRIAL}sites/", ".plain > h2 + .sites"),
    Surface("print sheet", "trial_sheet", "pages/sheet.html", f"{TRIAL}print/", ".reader--sheet .trial"),
    Surface("report", "trial_report", "pages/report.html", f"{TRIAL}report/", "h1 ~ .report__form"),
    Surface(
        "report sent",
        "trial_report",
        "pages/report_sent.html",
        f"{TRIAL}report/?sent=1",
        ".report--sent .way",
    ),
    Surface("history", "trial_history", "pages/history.html", f"{TRIAL}history/", ".editions__code"),
    Surface("words", "words", "pages/words.html", "words/", "nav > .letters"),
    Surface(
        "self-check",
        "trial_self_check",
        "pages/self_check.html",
        f"{TRIAL}check/",
        ".check [role=radiogroup]",
    ),
    Surface("check a code", "verify_in_language", "pages/verify_ask.html", "verify/", "h1 + p + form.verify"),
    Surface(
        "unknown code",
        "verify_in_language",
        "pages/verify_ask.html",
        "verify/000000000000/",
        "h1 + p + p + form.verify",
        status=404,
    ),
    Surface(
        "not found", "wagtail_serve", "errors/not_found.html", "nowhere/", "h1 + p + .finder", status=404
    ),
)

MADE = "trials/nct00000001/"
REPORT_REFUSED = Surface(
    "report with errors",
    "trial_report",
    "pages/report.html",
    f"{TRIAL}report/",
    "#errors:first-child + h1",
    status=422,
)
REPORT_LATER = Surface(
    "too many reports",
    "trial_report",
    "pages/report_later.html",
    f"{TRIAL}report/",
    ".report--later .report__reach",
    status=429,
)
WITHDRAWN = Surface("withdrawn", "wagtail_serve", "errors/gone.html", MADE, "h1 ~ .trial-number", status=410)
WITHHELD = Surface(
    "language withheld",
    "wagtail_serve",
    "pages/withheld.html",
    MADE,
    ".plain .way[hreflang=en]",
    languages=("zh-hans",),
)
NO_FILE = Surface(
    "no file in this language",
    "trial_pdf",
    "errors/no_file.html",
    f"{MADE}take-away.pdf",
    "h1 + p + p > .way[hreflang=en]",
    status=404,
    languages=("zh-hans",),
)
BEING_CHECKED = Surface(
    "being checked", "wagtail_serve", "errors/being_checked.html", MADE, "h1 + p + p > strong", status=503
)
EMPTY_LIST = Surface("no trial yet", "trials", "pages/trials.html", "trials/", "h1 + p:last-child")
NO_WORDS = Surface("no word yet", "words", "pages/words.html", "words/", "h1 + p + p > .way")
# The code of the edition is put behind the path.
REPLACED_EDITION = Surface(
    "replaced edition", "verify_in_language", "pages/verify.html", "verify/", ".since ~ .auditing"
)
SHARED_CODE = Surface(
    "code of two editions", "verify_in_language", "pages/verify_which.html", "verify/", ".which > li + li"
)
EVERY_STANDING = Surface(
    "trials of every standing", "trials", "pages/trials.html", "trials/", ".cards ~ .pages"
)
FULL_TRIAL = Surface("full trial", "wagtail_serve", "pages/trial.html", TRIAL, ".contacts__telephone")
MANY_SITES = Surface("many sites", "trial_sites", "pages/sites.html", f"{TRIAL}sites/", ".countries")
SEVERAL_EDITIONS = Surface(
    "several editions", "trial_history", "pages/history.html", f"{MADE}history/", ".editions > li + li"
)
OVERDUE = Surface("overdue", "wagtail_serve", "pages/trial.html", TRIAL, ".top > section.notice ~ h1")
OVERDUE_SHEET = Surface(
    "overdue sheet", "trial_sheet", "pages/sheet.html", f"{TRIAL}print/", ".top > section.notice ~ h1"
)
LAPSED_LIST = Surface("lapsed trials", "trials", "pages/trials.html", "trials/", "h2#lapsed ~ .cards h3")
NOTICE = Surface("urgent notice", "wagtail_serve", "pages/trial.html", TRIAL, ".top > section.urgent ~ h1")
NOTICE_ON_CARD = Surface(
    "urgent notice on a card", "trials", "pages/trials.html", "trials/", ".card > .urgent"
)
NOTICE_ON_SHEET = Surface(
    "urgent notice on the sheet", "trial_sheet", "pages/sheet.html", f"{TRIAL}print/", ".top > section.urgent"
)
NOTICE_ON_SITES = Surface(
    "urgent notice on the sites", "trial_sites", "pages/sites.html", f"{TRIAL}sites/", "section.urgent + h1"
)
NOTICE_IN_HISTORY = Surface(
    "urgent notices of the past",
    "trial_history",
    "pages/history.html",
    f"{TRIAL}history/",
    "h2 + ul > li + li",
)
WITHHELD_AND_LATE = Surface(
    "withheld, overdue and under notice",
    "wagtail_serve",
    "pages/withheld.html",
    "trials/nct2/",
    "section.urgent + section.notice + h1 ~ p > .way[hreflang=en]",
    languages=("zh-hans",),
)
MADE_HERE = (
    OVERDUE,
    OVERDUE_SHEET,
    LAPSED_LIST,
    NOTICE,
    NOTICE_ON_CARD,
    NOTICE_ON_SHEET,
    NOTICE_ON_SITES,
    NOTICE_IN_HISTORY,
    WITHHELD_AND_LATE,
    WITHDRAWN,
    WITHHELD,
    NO_FILE,
    BEING_CHECKED,
    EMPTY_LIST,
    NO_WORDS,
    EVERY_STANDING,
    FULL_TRIAL,
    MANY_SITES,
    SEVERAL_EDITIONS,
    REPLACED_EDITION,
    SHARED_CODE,
    REPORT_REFUSED,
    REPORT_LATER,
)

# URL patterns that answer with no page to read, each with an address of the demonstration that shows it.
NO_PAGE = {
    "way_in": "/",
    "short_link": "/t/NCT06279026",
    "verify": "/verify/000000000000/",
    "sitemap": "/sitemap.xml",
    "sitemap_part": "/sitemaps/1.xml",
    "feed": "/en/feed.xml",
    "content_schema": "/schemas/trial.json",
    "robots": "/robots.txt",
    "healthz": "/healthz",
    "readyz": "/readyz",
    "trial_content": f"/en/{TRIAL}content.json",
    "trial_pdf": f"/en/{TRIAL}take-away.pdf",
    "trial_picture": f"/en/{TRIAL}picture.png",
    "trial_share_image": f"/en/{TRIAL}share.png",
    "astray": f"/en/{TRIAL}%E3%80%82",
    "astray_file": f"/en/{TRIAL}content.json%E3%80%82",
}
