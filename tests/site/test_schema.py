"""The JSON Schema of content.json: every edition of every release fits it, and nothing else does."""

import copy
import json

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

from tests.golden.test_golden import TRIALS, content_of
from tests.site.acts import put_up
from tests.site.seed import seed_content
from trials.content import TrialContent
from trials.site.schema import DIALECT, record_schema

SITE = "https://trials.example.org"
RECORD = "/en/trials/nct06279026/content.json"


@pytest.fixture
def schema(settings):
    settings.SITE_URL = SITE
    return record_schema()


@pytest.fixture
def record(client, publish, lead, settings):
    settings.SITE_URL = SITE
    put_up(publish(seed_content()), by=lead)
    return client.get(RECORD).json()


def faults(schema, record):
    return [error.json_path for error in Draft202012Validator(schema).iter_errors(record)]


def content_schema(schema):
    return {key: schema[key] for key in ("$schema", "$defs")} | schema["properties"]["content"]


def test_schema_is_one(client, settings, db):
    settings.SITE_URL = SITE

    answer = client.get("/schemas/trial.json")

    plain = answer.json()
    assert validator_for(plain) is Draft202012Validator
    Draft202012Validator.check_schema(plain)
    assert (plain["$schema"], plain["$id"]) == (DIALECT, f"{SITE}/schemas/trial.json")
    assert answer["Content-Type"] == "application/schema+json"


def test_schema_held_already_is_not_sent_again(client, db):
    first = client.get("/schemas/trial.json")

    again = client.get("/schemas/trial.json", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again["Cache-Control"]) == (304, "public, max-age=0, must-revalidate")


def test_record_names_its_schema_and_fits_it(schema, record):
    assert record["$schema"] == schema["$id"]
    assert faults(schema, record) == []


@pytest.mark.parametrize("name", TRIALS)
def test_every_edition_of_every_release_fits(schema, name):
    assert faults(content_schema(schema), json.loads(content_of(name).to_json())) == []


@pytest.mark.parametrize("number", range(1, TrialContent.current_schema + 1))
def test_every_schema_number_has_its_form(schema, number):
    assert faults(content_schema(schema), json.loads(seed_content(schema=number).to_json())) == []


def walk(value, place=()):
    """Each place of a JSON value, the deepest last."""
    yield place
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield from walk(value[step], (*place, step))


def mutated(plain, place, change):
    changed = copy.deepcopy(plain)
    inner = changed
    for step in place[:-1]:
        inner = inner[step]
    change(inner, place[-1])
    return changed


def lose(inner, step):
    del inner[step]


def retype(inner, step):
    inner[step] = {"unlike": 0.5}


@pytest.mark.parametrize("change", [lose, retype])
def test_content_with_one_place_changed_does_not_fit(schema, change):
    content = json.loads(content_of("trial_0_4").to_json())
    validator = Draft202012Validator(content_schema(schema))
    places = [place for place in walk(content) if place]

    passed = [place for place in places if validator.is_valid(mutated(content, place, change))]

    assert [place for place in passed if not may_be_lost(content, place, change)] == []
    assert len(places) > 100


def may_be_lost(content, place, change):
    """Rows of a list, and what stands only where there is something to say."""
    return change is lose and (isinstance(place[-1], int) or place[-1] in ("zh-hans", "note"))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ((), {"extra": "field"}),
        (("facts",), {"extra": "field"}),
        ((), {"schema": 1}),
        ((), {"schema": 99}),
        ((), {"kind": "prose"}),
        ((), {"languages": ["de"]}),
        (("headline",), {"en": None}),
        (("headline",), {"zh-hans": None}),
        (("facts",), {"enrolment": True}),
    ],
    ids=str,
)
def test_content_with_something_foreign_does_not_fit(schema, place, value):
    content = json.loads(content_of("trial_0_4").to_json())
    inner = content
    for step in place:
        inner = inner[step]

    inner |= value

    assert faults(content_schema(schema), content) == ["$"]


@pytest.mark.parametrize("name", ["digest", "path", "sign_offs", "notices", "$schema", "last_reviewed"])
def test_record_without_its_proof_does_not_fit(schema, record, name):
    assert faults(schema, {key: value for key, value in record.items() if key != name}) == ["$"]


def test_record_held_already_is_not_sent_again(client, publish):
    publish(seed_content())
    first = client.get(RECORD)

    again = client.get(RECORD, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
