import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READ = re.compile(r'env\.\w+\(\s*"([A-Z_]+)"')


def test_env_example_lists_every_variable_that_is_read():
    read = {
        name
        for module in (ROOT / "config/settings").glob("*.py")
        for name in READ.findall(module.read_text())
    }
    listed = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert listed == read | {"DJANGO_SETTINGS_MODULE"}
