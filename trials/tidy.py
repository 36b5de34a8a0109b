"""The same words are the same text whoever saved them."""


def tidy(value: str | None) -> str:
    """A text without outer space, its line ends made the same."""
    # Browsers post CRLF; the same words must not get another digest by being saved from a form.
    return (value or "").replace("\r\n", "\n").replace("\r", "\n").strip()
