"""What a page costs, beside the cheapest answer of the same server: `make bench`.

Every round asks for every page, in turned order, so that a slow moment of the machine falls on all alike;
only the ratios say something beyond the machine they were measured on.
"""

import http.client
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from tests import bench_checks, bench_finder, bench_loading
from tests.demo_site import serving_demo

BASE = "/healthz"
PATHS = (
    BASE,
    "/zh-hans/",
    "/zh-hans/trials/",
    "/zh-hans/trials/nct06279026/",
    "/en/trials/nct06279026/",
    "/en/trials/nct06279026/print/",
    "/en/trials/nct06279026/content.json",
)
ROUNDS = 30


def seconds(connection: http.client.HTTPConnection, path: str) -> tuple[float, int]:
    """Return how long the answer took and how many bytes, compressed, it had."""
    start = time.perf_counter()
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != http.client.OK:
        raise SystemExit(f"{path}: {answer.status}")
    return time.perf_counter() - start, len(body)


def measure(address: str) -> tuple[dict[str, float], dict[str, int]]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    times: dict[str, list[float]] = {path: [] for path in PATHS}
    sizes = {path: seconds(connection, path)[1] for path in PATHS}
    for turn in range(ROUNDS):
        for path in PATHS if turn % 2 else reversed(PATHS):
            times[path].append(seconds(connection, path)[0])
    return {path: statistics.median(taken) for path, taken in times.items()}, sizes


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, serving_demo(Path(folder)) as address:
        medians, sizes = measure(address)
        bench_loading.main(address)
    print(f"{'page':40} {'ms':>8} {'ratio':>7} {'bytes':>8}")
    for path, taken in medians.items():
        print(f"{path:40} {taken * 1000:8.2f} {taken / medians[BASE]:7.1f} {sizes[path]:8}")
    bench_checks.main()
    bench_finder.main()


if __name__ == "__main__":
    main()
