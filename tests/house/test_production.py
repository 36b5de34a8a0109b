import os
import secrets
import subprocess
import sys

import pytest

from config import demo_keys

GOOD = {
    "SECRET_KEY": secrets.token_urlsafe(60),
    "EDITION_KEY": secrets.token_urlsafe(60),
    "ALLOWED_HOSTS": "trials.example.org",
    "SITE_URL": "https://trials.example.org",
    "DATABASE_URL": "postgres://trial@/trial?host=/run/postgresql",
}


def start(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Load the production settings in a process of their own."""
    bare = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "import config.settings.production"],
        env=bare | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_the_required_variables():
    assert start(GOOD).stderr == ""


def test_production_names_all_the_missing_variables():
    result = start({"SITE_URL": GOOD["SITE_URL"]})

    assert result.returncode == 1
    assert "missing: SECRET_KEY, EDITION_KEY, ALLOWED_HOSTS, DATABASE_URL." in result.stderr


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("SECRET_KEY", demo_keys.SECRET_KEY),
        ("EDITION_KEY", demo_keys.EDITION_KEY),
        ("EDITION_KEY", "short"),
        ("SITE_URL", "http://trials.example.org"),
        ("DATABASE_URL", "oracle://trials"),
        ("TIME_ZONE", "Suzhou"),
        ("CACHE_URL", "somewhere"),
        ("EMAIL_URL", "somewhere"),
        ("REGISTRY_URL", "ftp://registry.example.org"),
        ("REVIEW_INTERVAL_DAYS", "0"),
        ("BEHIND_PROXY", "perhaps"),
        ("HSTS_SECONDS", "a year"),
    ],
)
def test_production_refuses_a_bad_value_by_its_name(name, bad):
    result = start(GOOD | {name: bad})

    assert result.returncode == 1
    assert f"BadEnvironment: The environment variable {name} has a bad value: expected" in result.stderr
