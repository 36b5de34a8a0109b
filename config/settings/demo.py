"""The demonstration: a developer's keys and people, but files and error pages as in production."""

from config.settings import base
from config.settings.dev import *  # noqa: F403

DEBUG = False
STORAGES = base.STORAGES
