"""The demonstration as people see it: its own database, collected files, gunicorn; no test settings."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Load and serve the demonstration once for the whole run; give its address without a closing slash."""
    with serving_demo(tmp_path_factory.mktemp("demo")) as address:
        yield address


@contextmanager
def serving_demo(folder: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings.demo",
            "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
            "SITE_URL": address,
            # A machine under test may be slow; readers here are patient.
            "TAKE_AWAY_READER_SECONDS": "60",
        }
        for command in ("migrate", "load_demo", "collectstatic --noinput"):
            manage(command, environment)
        server = serve(listener, environment)
        try:
            # The socket listens already, so this waits until the server answers.
            urlopen(f"{address}/healthz", timeout=60).close()
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def manage(command: str, environment: dict[str, str]) -> None:
    result = subprocess.run(
        [sys.executable, "manage.py", *command.split()],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"{command}: {result.stdout}{result.stderr}"


def serve(listener: socket.socket, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    descriptor = listener.fileno()
    options = f"--bind fd://{descriptor} --threads 4 --graceful-timeout 2 --log-level warning"
    return subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "config.wsgi", *options.split()],
        cwd=ROOT,
        env=environment,
        pass_fds=[descriptor],
    )
