"""What a search costs the server, at 1,000 and 10,000 published trials; 100,000 with FINDER_ROWS=100000.

    .ci/postgres .venv/bin/python -m tests.bench_finder 1000 10000 100000

The forty trials of the search corpus are signed and sealed as ever; the rest are copies of their rows of
the list and of their places, made by INSERT … SELECT, which point to the same forty editions. The
constraint that one edition has one row is taken off for that, in the benchmark's own database. So the search,
the counts and the order work on as many rows as said; the cards come from editions whose seals are true.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import django

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1_000, 10_000)
ROUNDS = 15
RARE = "渐冻症"
NEVER_DUE = date(2126, 5, 15)
QUERIES: dict[str, dict[str, str]] = {
    "no question": {},
    "common word": {"q": "骨髓瘤"},
    "two words": {"q": "苏州 骨髓瘤"},
    "rare word": {"q": RARE},
    "no hit": {"q": "查无此病"},
    "single character": {"q": "瘤"},
    "city, status, age": {"city": "Suzhou", "status": "recruiting", "age": "62"},
    "condition": {"condition": "Condition mm"},
    "last page": {"page": "10000"},
}


def main() -> None:
    """Run the benchmark in a process of its own, on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3"}
        run([], SIZES, environment)
    if large := os.environ.get("FINDER_ROWS"):
        run([str(ROOT / ".ci/postgres")], (*SIZES, int(large)), dict(os.environ))


def run(before: list[str], sizes: tuple[int, ...], environment: dict[str, str]) -> None:
    environment = environment | {"DJANGO_SETTINGS_MODULE": "config.settings.demo"}
    command = [*before, sys.executable, "-m", "tests.bench_finder", *map(str, sizes)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def measured(sizes: list[int]) -> None:
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    publish_corpus()
    let_rows_share_an_edition(connection)
    taken = {}
    for size in sizes:
        grow(connection, size)
        taken[size] = {name: milliseconds(asked) for name, asked in QUERIES.items()}
    print(f"\n{'finder, ' + connection.vendor:24}" + "".join(f" {size:>10,}" for size in sizes) + "   growth")
    for name in QUERIES:
        row = [taken[size][name] for size in sizes]
        print(f"{name:24}" + "".join(f" {ms:10.1f}" for ms in row) + f"   {row[-1] / row[0]:6.2f}")


def publish_corpus() -> None:
    from django.contrib.auth.models import User

    from editorial.content import Words
    from tests.site import publishing
    from tests.trials.finding.made import condition, site, trial
    from tests.trials.finding.test_corpus import CORPUS
    from trials.finding.synonyms import ensure_starter_synonyms

    ensure_starter_synonyms()
    home, signer = publishing.build_site(), User.objects.create_user("bench")
    cities = {"suzhou": "苏州市", "shanghai": "上海市", "beijing": "北京市"}
    for number, made in enumerate(CORPUS["trials"]):
        content = trial(
            number,
            made["title"],
            summary=Words("", made["summary"]),
            conditions=(condition(f"Condition {made['tags'][0]}", made["tags"][0]),),
            sites=tuple(site(tag.capitalize(), cities[tag]) for tag in made["tags"] if tag in cities),
        )
        publishing.publish(content, home=home, signer=signer, now=datetime.now(UTC), review_due=NEVER_DUE)


def let_rows_share_an_edition(connection: Any) -> None:
    from trials.finding import index
    from trials.models import PublishedTrial

    table = PublishedTrial._meta.db_table
    shared = [PublishedTrial._meta.get_field(name) for name in ("edition", "page")]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            found = connection.introspection.get_constraints(cursor, table)
            for name, constraint in found.items():
                if constraint["unique"] and constraint["columns"] in [[field.column] for field in shared]:
                    cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        return
    for field in shared:
        field._unique = False
        field.__dict__.pop("unique", None)
    with connection.schema_editor() as editor:
        editor._remake_table(PublishedTrial)
    # As after a migration that remakes the table.
    index.install(connection)


def grow(connection: Any, size: int) -> None:
    """Copy the forty rows and their places until there are `size`; one of all has the rare word."""
    from trials.finding.grams import grams_of
    from trials.models import PublishedPlace, PublishedTrial

    standing = PublishedTrial.objects.count()
    first, rest = standing // 40, -(-size // 40) - standing // 40
    numbers = (
        f"WITH RECURSIVE n(k) AS (SELECT {first} UNION ALL SELECT k + 1 FROM n WHERE k + 1 < {first + rest})"
    )
    kept = [f.column for f in PublishedTrial._meta.concrete_fields if f.column not in ("id", "trial_id")]
    placed = [
        f.column for f in PublishedPlace._meta.concrete_fields if f.column not in ("id", "published_id")
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO trials_publishedtrial (id, trial_id, {', '.join(kept)}) {numbers} "
            f"SELECT id + 1000 * k, trial_id || '-' || k, {', '.join(kept)} "
            "FROM trials_publishedtrial, n WHERE id < 1000"
        )
        cursor.execute(
            f"INSERT INTO trials_publishedplace (published_id, {', '.join(placed)}) {numbers} "
            f"SELECT published_id + 1000 * k, {', '.join(placed)} "
            "FROM trials_publishedplace, n WHERE published_id < 1000"
        )
    rare = PublishedTrial.objects.get(trial_id="NCT00000030")
    if RARE not in rare.words:
        rare.words = f"{rare.words}\n {RARE} "
        rare.grams = grams_of(rare.words)
        rare.save(update_fields=["words", "grams"])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def milliseconds(asked: dict[str, str]) -> float:
    """From request to answer, without the network, after a first that fills the caches.

    The least of all rounds: other work on the machine only adds to it.
    """
    from django.test import Client

    client, address = Client(SERVER_NAME="localhost"), "/zh-hans/trials/?" + urlencode(asked)
    times = []
    for _turn in range(ROUNDS + 1):
        start = time.perf_counter()
        answer = client.get(address)
        times.append(time.perf_counter() - start)
        if answer.status_code != 200:
            raise SystemExit(f"{address}: {answer.status_code}")
    return min(times[1:]) * 1000


if __name__ == "__main__":
    django.setup()
    measured([int(size) for size in sys.argv[1:]] or list(SIZES))
