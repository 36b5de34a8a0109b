"""The public installation: nothing secret has a default, and everything travels encrypted."""

from config import demo_keys, env
from config.mail import mail

env.require("SECRET_KEY", "EDITION_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL")

from config.settings.base import *  # noqa: E402, F403

DEBUG = False
ALLOWED_HOSTS = env.word_list("ALLOWED_HOSTS")
SITE_URL = WAGTAILADMIN_BASE_URL = env.origin("SITE_URL", schemes={"https"})
# The newest key signs sessions; older ones let people stay logged in while keys change.
SECRET_KEY, *SECRET_KEY_FALLBACKS = env.secret_keys("SECRET_KEY", refused=demo_keys.PUBLISHED)
EDITION_KEYS = env.secret_keys("EDITION_KEY", refused=demo_keys.PUBLISHED)
# A reminder printed into a log reaches nobody.
globals().update(mail(env.text("EMAIL_URL", "smtp://localhost:25")))

SECURE_SSL_REDIRECT = True
# A load balancer asks these two over plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
if env.flag("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    READER_ADDRESS = "HTTP_X_REAL_IP"
SECURE_HSTS_SECONDS = env.whole_number("HSTS_SECONDS", 31_536_000, least=1, most=63_072_000)
# A hospital's other hosts are not ours to bind, so neither subdomains nor the browsers' preload list.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [SITE_URL]

VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{VALIDATION}.NumericPasswordValidator"},
]
