"""The database's index follows the rows, whoever writes them."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from editorial.models import Edition
from tests.trials.finding.made import site, trial
from trials.finding import index
from trials.finding.answer import answer_to
from trials.finding.asked import Asked
from trials.finding.grams import grams_of
from trials.listing import problems
from trials.models import PublishedPlace, PublishedTrial


def found(query):
    return answer_to(Asked(q=query), today=date(2026, 5, 20)).rows.count()


def test_index_stands_after_the_migrations(db):
    assert index.missing(connection) == []


def test_row_changed_by_sql_is_found_by_its_new_tokens(publish):
    publish(trial(1, "骨髓瘤"))

    PublishedTrial.objects.update(words=" 胃癌 ", grams=grams_of("胃癌"))

    assert (found("骨髓瘤"), found("胃癌")) == (0, 1)


def test_deleted_row_is_not_found(publish):
    publish(trial(1, "骨髓瘤"))

    PublishedTrial.objects.all().delete()

    assert found("骨髓瘤") == 0


def test_index_taken_away_is_filled_again(publish):
    publish(trial(1, "骨髓瘤"))

    # PostgreSQL makes no index while a constraint waits to be checked.
    connection.check_constraints()
    index.drop(connection)
    assert index.missing(connection) != []
    index.install(connection)

    assert index.missing(connection) == []
    assert found("骨髓瘤") == 1


def test_row_of_a_search_tampered_with_is_a_problem(publish):
    publish(trial(1, "骨髓瘤"))

    PublishedTrial.objects.update(words=" 胃癌 ", grams=grams_of("胃癌"))

    assert list(problems(Edition.objects.in_force())) == [
        "listing: the row of trials/nct00000001/ differs from its edition in words, grams"
    ]


@pytest.mark.parametrize("act", ["changed", "taken away", "added"])
def test_places_tampered_with_are_a_problem(publish, act):
    publish(trial(1, "骨髓瘤", sites=(site("Suzhou", "苏州市"),)))

    if act == "changed":
        PublishedPlace.objects.update(status="COMPLETED")
    elif act == "taken away":
        PublishedPlace.objects.all().delete()
    else:
        PublishedPlace.objects.create(published=PublishedTrial.objects.get(), city_en="Wuxi")

    assert list(problems(Edition.objects.in_force())) == [
        "listing: the places of trials/nct00000001/ differ from its edition"
    ]


def test_rebuild_restores_words_and_places(publish):
    publish(trial(1, "骨髓瘤", sites=(site("Suzhou", "苏州市"),)))
    PublishedTrial.objects.update(words="", grams="", title_words="")
    PublishedPlace.objects.all().delete()

    call_command("rebuild_published", stdout=StringIO())

    assert found("骨髓瘤 苏州") == 1
    assert list(problems(Edition.objects.in_force())) == []
