from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import url_changes
from selenium.webdriver.support.wait import WebDriverWait
from wagtail.admin.models import EditingSession

from editorial.desk import open_desk
from editorial.signoff import review_language
from tests.editorial.desk import CHINESE_TICKED, signed
from tests.people import PASSWORD
from tests.trials.factories import make_snapshot, make_trial
from trials.models import TrialPage


@pytest.fixture
def trial(author: Any) -> TrialPage:
    """A complete draft with a registry record, saved by the author."""
    return make_trial(owner=author, registry_record=make_snapshot())


@pytest.fixture
def live_trial(trial: TrialPage, author: Any, language_reviewer: Any, signer: Any) -> TrialPage:
    """The same, before the public."""
    trial.get_workflow().start(trial, author)
    review_language(
        trial,
        reviewer=language_reviewer,
        seen=open_desk(trial.pk).seen_by(language_reviewer),
        ticked=CHINESE_TICKED,
        now=timezone.now(),
    )
    signed(trial, signer)
    return TrialPage.objects.get(pk=trial.pk)


@pytest.fixture
def at_desk(client: Client, author: Any) -> Client:
    """The author's browser, logged in."""
    client.force_login(author)
    return client


@pytest.fixture
def logged_in(live_server: Any, browser: Chrome, author: Any) -> Iterator[Chrome]:
    """The author's own browser, in the admin."""
    login = f"{live_server.url}/admin/login/"
    browser.get(login)
    browser.find_element(By.NAME, "username").send_keys(author.username)
    browser.find_element(By.NAME, "password").send_keys(PASSWORD)
    browser.find_element(By.CSS_SELECTOR, "[type=submit]").click()
    WebDriverWait(browser, 20).until(url_changes(login))
    yield browser
    # A screen that is left says so to the server; the answer must not come into the next test.
    browser.get("about:blank")
    WebDriverWait(browser, 20).until(lambda _driver: not EditingSession.objects.exists())
