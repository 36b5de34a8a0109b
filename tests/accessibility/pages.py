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
    Surface("trial", "wagtail_serve", "pages/trial.html", TRIAL, ".trial details.criteria"),
    Surface("sites", "trial_sites", "pages/sites.html", f"{TRIAL}sites/", ".plain > h2 + .sites"),
    Surface("print sheet", "trial_sheet", "pages/sheet.html", f"{TRIAL}print/", ".reader--sheet .trial"),
    Surface("history", "trial_history", "pages/history.html", f"{TRIAL}history/", ".editions__code"),
    Surface(
        "not found", "wagtail_serve", "errors/not_found.html", "nowhere/", "h1 + p + p > .way", status=404
    ),
)

MADE = "trials/nct00000001/"
WITHDRAWN = Surface("withdrawn", "wagtail_serve", "errors/gone.html", MADE, "h1 ~ .trial-number", status=410)
WITHHELD = Surface(
    "language withheld",
    "wagtail_serve",
    "pages/withheld.html",
    MADE,
    ".plain .way[hreflang=en]",
    languages=("zh-hans",),
)
BEING_CHECKED = Surface(
    "being checked", "wagtail_serve", "errors/being_checked.html", MADE, "h1 + p + p > strong", status=503
)
EMPTY_LIST = Surface("no trial yet", "trials", "pages/trials.html", "trials/", "h1 + p:last-child")
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
    BEING_CHECKED,
    EMPTY_LIST,
    EVERY_STANDING,
    FULL_TRIAL,
    MANY_SITES,
    SEVERAL_EDITIONS,
)

# URL patterns that answer with no page to read, each with an address of the demonstration that shows it.
NO_PAGE = {
    "way_in": "/",
    "short_link": "/t/NCT06279026",
    "sitemap": "/sitemap.xml",
    "robots": "/robots.txt",
    "healthz": "/healthz",
    "readyz": "/readyz",
    "trial_content": f"/en/{TRIAL}content.json",
    "astray": f"/en/{TRIAL}%E3%80%82",
}
