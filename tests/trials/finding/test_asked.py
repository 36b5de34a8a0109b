"""What an address may ask; whatever it holds, it is a question."""

import pytest
from django.http import QueryDict

from trials.finding.asked import Asked, is_untidy


def asked(query):
    return Asked.of(QueryDict(query))


def test_address_is_as_short_as_it_can_be():
    given = QueryDict("page=1&sort=best&q=+骨髓瘤++苏州+&status=&sex=female&utm=chat")

    assert Asked.of(given).query == "?q=%E9%AA%A8%E9%AB%93%E7%98%A4+%E8%8B%8F%E5%B7%9E&sex=FEMALE"


def test_form_sends_parameters_that_ask_nothing():
    assert is_untidy(QueryDict("q=a&status="), asked("q=a&status="))


@pytest.mark.parametrize("query", ["q=a", "q=a&from=singlemessage", "page=1", "page=x", ""])
def test_address_that_asks_or_says_something_else_is_left_alone(query):
    assert not is_untidy(QueryDict(query), asked(query))


@pytest.mark.parametrize(
    "query",
    [
        "age=-1", "age=121", "age=1e3", "age=99999999999999999999", "age=٣٣٣٣", "age=six", "age=6.5",
        "status=nonsense", "phase=PHASE9", "sex=ALL", "sex=x", "volunteers=no", "sort=random", "page=0",
        "page=-1", "page=99999999999999999999", "page=1.5", "q=%00", "q=%20", "q=%ED%A0%80%00%0A",
        "city=%00", "condition=%0A",
    ],
)  # fmt: skip
def test_value_nobody_offers_asks_nothing(query):
    assert asked(query) in (Asked(), Asked(q="�" * 3))


def test_question_is_bounded():
    long = asked("q=" + "a" * 5000 + "&city=" + "b" * 5000 + "&condition=" + "c" * 5000)

    assert [len(value) for value in (long.q, long.city, long.condition)] == [100, 300, 300]


def test_last_of_a_repeated_parameter_counts():
    assert asked("q=a&q=b").q == "b"


def test_choice_let_go_leads_to_the_first_page():
    question = asked("q=a&city=b&page=7")

    assert question.without("city").query == "?q=a"
    assert question.on_page(8).query == "?q=a&city=b&page=8"
    assert question.on_page(1).query == "?q=a&city=b"
