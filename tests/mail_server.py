"""A mail server on the loopback: what it accepted can be read, and it can be told to refuse or to wait."""

import socket
import threading
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller

HOST = "127.0.0.1"


class MailServer:
    """`accepted` are the messages taken; `refused` the addresses it does not know."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.accepted: list[EmailMessage] = []
        self.refused: set[str] = set()
        self.has_one_in_hand = threading.Event()
        self.may_answer = threading.Event()
        self.may_answer.set()
        self._running: Controller | None = None

    def start(self) -> None:
        self._running = Controller(self, hostname=HOST, port=self.port)
        self._running.start()

    def stop(self) -> None:
        if self._running:
            self._running.stop()
            self._running = None

    @property
    def told(self) -> list[tuple[str, str]]:
        """To whom and about what, in the order of arrival."""
        return [(message["To"], message["Subject"]) for message in self.accepted]

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.refused:
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 known"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.has_one_in_hand.set()
        await server.loop.run_in_executor(None, self.may_answer.wait, 30)
        self.accepted.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 taken"


@pytest.fixture
def mail_server(settings: Any) -> Iterator[MailServer]:
    """A server that is down until it is started; the site's mail goes to it."""
    with socket.create_server((HOST, 0)) as free:
        server = MailServer(free.getsockname()[1])
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = HOST, server.port
    yield server
    server.stop()
