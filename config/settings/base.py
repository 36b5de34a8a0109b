"""What every installation shares; dev, demo, test and production add keys, hosts and storage."""

from pathlib import Path
from zoneinfo import available_timezones

from config import env
from config.caches import cache
from config.databases import database
from config.mail import mail

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = BASE_DIR / "var"

# Applications and requests ------------------------------------------------------------------------

INSTALLED_APPS = [
    # First, so that translated fields exist before any other application reads our models.
    "modeltranslation",
    # As few of Wagtail's as its admin needs; no API, redirects, embeds or translated copies: each would
    # be one more way to the public. Images are there for the site's logo; documents only because
    # every screen of the admin names their address.
    "wagtail.contrib.settings",
    "wagtail.users",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    # Wagtail says "3 days ago" with it, in English where it is not installed.
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # Last, so that groups and rights are set up (post_migrate of the last application) when every
    # permission exists. Templates, static files and translations of ours win all the same: they lie
    # in the project's own folders, which Django searches before those of applications.
    "editorial",
    "trials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.security.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.languages.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "editorial.refused.RefusalsInWords",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ADMIN_PATH = "admin/"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# Data ---------------------------------------------------------------------------------------------

DATABASES = {"default": database(env.text("DATABASE_URL", "sqlite:///var/site.sqlite3"), base=BASE_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": cache(env.text("CACHE_URL", "locmem:"))}
# A record with 150 criteria posts some 2,500 fields; Django's limit of 1,000 would lose the save.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Languages and time -------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "简体中文")]
# The second says what Wagtail's own Chinese leaves in English; the first wins.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale/wagtail"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.timezone("TIME_ZONE", "Asia/Shanghai")

MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
# An empty Chinese text must be seen as empty, never as the English one.
MODELTRANSLATION_ENABLE_FALLBACKS = False
MODELTRANSLATION_CUSTOM_FIELDS = ("StreamField", "RichTextField")

# Files --------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.text("MEDIA_ROOT", str(VAR_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# People, cookies and frames -----------------------------------------------------------------------

LOGIN_URL = "wagtailadmin_login"
# Only the admin has cookies: a reader of the public site gets none, and neither does an editor there.
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = f"/{ADMIN_PATH}"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Mail and alarms ----------------------------------------------------------------------------------

SITE_URL = env.origin("SITE_URL", "http://127.0.0.1:8000", schemes={"http", "https"})
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("EMAIL_FROM", "find-a-trial@localhost")
ADMINS = [(address, address) for address in env.word_list("ALARM_EMAILS", "")]
globals().update(mail(env.text("EMAIL_URL", "console:")))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "alarm": {"class": "django.utils.log.AdminEmailHandler", "level": "ERROR"},
    },
    "root": {"handlers": ["console", "alarm"], "level": "INFO"},
    # Django's own handlers would print and mail every message a second time.
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        # Several lines for every page saved, which would also break an import's progress bar.
        "django_tasks": {"level": "WARNING"},
        "modelsearch": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
    },
}

# Wagtail ------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Find a Trial"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Both languages stand on one page; Wagtail's own language trees would answer Chinese URLs as /en/.
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_USER_LOGIN_FORM = "editorial.login.LoginForm"
# The digest decides whether a review still holds. True would send every save back to the first step.
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "editorial.workflow.publish_if_signed"
# Documents have no public address of ours.
WAGTAILDOCS_SERVE_METHOD = "direct"
# No screen of the admin asks a third party for anything.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

# Debian lists a zone "localtime", which browsers refuse: the account screen's script stops there.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime"})

# Find a Trial -------------------------------------------------------------------------------------

DEMO = False
REGISTRY_URL = env.url("REGISTRY_URL", "https://clinicaltrials.gov/api/v2", schemes={"http", "https"})
REVIEW_INTERVAL_DAYS = env.whole_number("REVIEW_INTERVAL_DAYS", 180, least=1, most=3650)
# Readers who report a mistake are told this number on the form.
KEEP_REPORTERS_DAYS = env.whole_number("KEEP_REPORTERS_DAYS", 90, least=1, most=365)
# Where a reader's network address stands; anybody can write a header, so only a proxy of ours may set one.
READER_ADDRESS = "REMOTE_ADDR"
# After a publication its files are made on a thread; else when the first reader asks for them.
TAKE_AWAYS_AT_PUBLICATION = env.flag("TAKE_AWAYS_AT_PUBLICATION", True)
# How long a reader waits for a file that is being made, and for another's to be finished first.
TAKE_AWAY_READER_SECONDS = env.whole_number("TAKE_AWAY_READER_SECONDS", 8, least=1, most=60)
TAKE_AWAY_TURN_SECONDS = 1
