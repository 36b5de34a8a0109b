import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.trials.glossary.words import make_term
from tests.trials.posting import looked_at
from trials.glossary.touched import pages_touched
from trials.models import GlossaryTerm

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_trials_glossaryterm:list"


def posted(term, **changes):
    columns = ("term_en", "term_zh_hans", "meaning_en", "meaning_zh_hans", "abbreviation", "source")
    columns += ("also_en", "also_zh_hans", "forbidden")
    return {name: getattr(term, name) for name in columns} | changes


def edit_url(term):
    return reverse("wagtailsnippets_trials_glossaryterm:edit", args=[term.pk])


def listed(screen):
    """The Chinese of the terms in the list."""
    rows = looked_at(screen.content.decode()).select("table.listing tbody tr")
    return [row.find_all("td")[2].get_text(strip=True) for row in rows]


@pytest.mark.parametrize("who", ["author", "translator", "lead"])
def test_editors_add_terms(request, client, who):
    client.force_login(request.getfixturevalue(who))
    added = posted(GlossaryTerm(term_en="placebo", term_zh_hans="安慰剂"))

    client.post(reverse("wagtailsnippets_trials_glossaryterm:add"), added)

    assert [str(term) for term in GlossaryTerm.objects.all()] == ["placebo · 安慰剂"]


@pytest.mark.parametrize("who", ["language_reviewer", "signer"])
def test_reviewers_look_and_change_nothing(request, client, who):
    term = make_term()
    client.force_login(request.getfixturevalue(who))

    client.post(edit_url(term), posted(term, term_zh_hans="别的"))

    term.refresh_from_db()
    assert (client.get(reverse(LIST)).status_code, term.term_zh_hans) == (200, "多发性骨髓瘤")


def test_list_is_narrowed_to_what_is_to_be_confirmed(at_desk):
    make_term(to_confirm=False)
    make_term("placebo", "安慰剂")

    assert listed(at_desk.get(reverse(LIST), {"to_confirm": "true"})) == ["安慰剂"]


@pytest.mark.parametrize("asked", ["骨髓", "myeloma", "paraprot"])
def test_list_is_searched_in_both_languages(at_desk, asked):
    make_term(also_en="paraproteinaemia")
    make_term("placebo", "安慰剂")

    assert listed(at_desk.get(reverse(LIST), {"q": asked})) == ["多发性骨髓瘤"]


def test_inputs_say_their_language(at_desk):
    screen = looked_at(at_desk.get(edit_url(make_term())).content.decode())

    assert {field["name"]: field["lang"] for field in screen.select("main form [lang][name]")} == {
        "term_en": "en",
        "term_zh_hans": "zh-Hans",
        "meaning_en": "en",
        "meaning_zh_hans": "zh-Hans",
        "also_en": "en",
        "also_zh_hans": "zh-Hans",
        "forbidden": "zh-Hans",
    }


@pytest.mark.parametrize(
    ("columns", "field"),
    [
        ({"term_en": " "}, "term_en"),
        ({"term_zh_hans": ""}, "term_zh_hans"),
        ({"term_en": "Multiple Myeloma"}, "term_en"),
        ({"forbidden": "癌\n假药", "also_zh_hans": "假药"}, "forbidden"),
    ],
)
def test_term_that_makes_no_sense_is_refused(columns, field):
    make_term()

    with pytest.raises(ValidationError) as refused:
        GlossaryTerm(**{"term_en": "placebo", "term_zh_hans": "安慰剂"} | columns).full_clean()

    assert list(refused.value.message_dict) == [field]


def test_pages_that_say_a_term_are_named(trial, author, signer):
    term = make_term("pregnancy", "怀孕")

    assert [(each.page.pk, each.is_outdated) for each in pages_touched(term, author)] == [(trial.pk, False)]
    assert pages_touched(make_term(), author) == []


def test_pages_out_of_reach_are_not_named(trial, person):
    assert pages_touched(make_term("pregnancy", "怀孕"), person("stranger")) == []


def test_whoever_changes_an_explanation_is_told_which_pages_it_touches(at_desk, request):
    term = make_term("pregnancy", "怀孕")
    trial = request.getfixturevalue("live_trial")

    told = at_desk.post(edit_url(term), posted(term, meaning_en="Another meaning."), follow=True)

    assert [str(message) for message in told.context["messages"]][-1:] == [
        f"1 published page explains this term in other words and needs a new edition: {trial.title}"
    ]
    screen = looked_at(at_desk.get(edit_url(term)).content.decode())
    assert [" ".join(each.get_text(" ").split()) for each in screen.select(".touched li")] == [
        f"{trial.title} · explains it in other words; needs a new edition"
    ]


def test_change_readers_do_not_see_is_not_told(at_desk, request):
    term = make_term("pregnancy", "怀孕")
    request.getfixturevalue("live_trial")

    told = at_desk.post(edit_url(term), posted(term, source="A book"), follow=True)

    assert [message.level_tag for message in told.context["messages"]] == ["success"]
