"""The lock file of npm names versions and digests, and nowhere where they came from."""

import json
from pathlib import Path

LOCK = Path(__file__).resolve().parents[2] / "package-lock.json"


def test_lock_names_no_host():
    packages = json.loads(LOCK.read_text())["packages"]

    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert "://" not in LOCK.read_text()


def test_every_package_has_its_digest():
    packages = json.loads(LOCK.read_text())["packages"]

    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []
