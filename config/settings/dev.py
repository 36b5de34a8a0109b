"""A developer's machine: known keys, every error shown."""

from config import demo_keys, env
from config.settings.base import *  # noqa: F403
from config.settings.base import INSTALLED_APPS, STORAGES

DEBUG = True
DEMO = True
# In front: the editorial set-up runs after the migrations of the last application, which must have models.
INSTALLED_APPS = ["demo", *INSTALLED_APPS]
ALLOWED_HOSTS = env.word_list("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
SECRET_KEY = env.secret_keys("SECRET_KEY", demo_keys.SECRET_KEY)[0]
EDITION_KEYS = env.secret_keys("EDITION_KEY", demo_keys.EDITION_KEY)
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# Loading the demonstration publishes one page after the other and waits for no file.
TAKE_AWAYS_AT_PUBLICATION = env.flag("TAKE_AWAYS_AT_PUBLICATION", False)
