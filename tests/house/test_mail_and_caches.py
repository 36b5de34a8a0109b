import pytest

from config.caches import cache
from config.env import BadEnvironment
from config.mail import mail


@pytest.mark.parametrize(
    ("address", "port", "starttls", "ssl"),
    [
        ("smtp://mail.example.org", 25, False, False),
        ("smtp://mail.example.org?tls=starttls", 587, True, False),
        ("smtp://mail.example.org:2465?tls=ssl", 2465, False, True),
    ],
)
def test_smtp_address_gives_port_and_encryption(address, port, starttls, ssl):
    settings = mail(address)

    assert settings["EMAIL_HOST"] == "mail.example.org"
    assert settings["EMAIL_PORT"] == port
    assert (settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (starttls, ssl)


def test_smtp_address_gives_user_and_password():
    settings = mail("smtp://site%40example.org:a%3Ab@mail.example.org")

    assert (settings["EMAIL_HOST_USER"], settings["EMAIL_HOST_PASSWORD"]) == ("site@example.org", "a:b")


def test_mail_may_go_to_the_console_or_a_folder():
    assert mail("console:") == {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    assert mail("file:///var/mail/out")["EMAIL_FILE_PATH"] == "/var/mail/out"


@pytest.mark.parametrize(
    "address",
    [
        "mail.example.org",
        "smtp:",
        "smtp://host?tls=maybe",
        "smtp://host?ssl=1",
        "smtp://host/x",
        "file://host/x",
    ],
)
def test_other_mail_addresses_are_refused(address):
    with pytest.raises(BadEnvironment, match="EMAIL_URL"):
        mail(address)


def test_cache_may_be_memory_or_a_folder():
    assert cache("locmem:") == {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    assert cache("file:///var/cache/site")["LOCATION"] == "/var/cache/site"


@pytest.mark.parametrize("address", ["memory", "file://host/x", "redis:", "memcached://host"])
def test_other_cache_addresses_are_refused(address):
    with pytest.raises(BadEnvironment, match="CACHE_URL"):
        cache(address)


def test_redis_without_its_client_is_refused_at_the_start():
    with pytest.raises(BadEnvironment, match="Python package redis"):
        cache("redis://localhost:6379/0")
