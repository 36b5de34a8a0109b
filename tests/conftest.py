"""What every test stands on: each concern is a plugin of its own beside this file."""

pytest_plugins = [
    "tests.browser",
    "tests.database",
    "tests.demo_site",
    "tests.languages",
    "tests.people",
    "tests.selection",
]
