"""Home, information pages and the trials' parent."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from editorial.content import Words
from tests.trials.factories import make_index
from tests.trials.posting import form_values, opened, saved
from trials.checks import prose
from trials.models import HomePage, InformationPage
from trials.site.urls import urlpatterns

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(author):
    home = make_index().get_parent().specific
    page = InformationPage(
        title="About",
        slug="about",
        owner=author,
        heading_en="Who we are",
        heading_zh_hans="我们是谁",
        body_en="One.\n\n- a\n- b",
        body_zh_hans="一。\n\n- 甲\n- 乙",
    )
    home.add_child(instance=page)
    page.save_revision(user=author)
    return page


def test_content_is_both_languages_at_the_address_of_the_page(about):
    content = about.build_content()

    assert (content.kind, content.path) == ("prose", "about/")
    assert content.title == Words("Who we are", "我们是谁")
    assert content.body == Words("One.\n\n- a\n- b", "一。\n\n- 甲\n- 乙")


def test_home_stands_at_the_empty_path(about):
    assert HomePage.objects.get().build_content().path == ""


def test_signed_addresses_do_not_follow_the_root_of_the_site(about):
    site = Site.objects.get(is_default_site=True)
    site.root_page = make_index()
    site.save()

    assert [page.signed_path for page in (HomePage.objects.get(), about)] == ["", "about/"]


def test_address_typed_in_capitals_becomes_lower_case(at_desk, about):
    typed = form_values(opened(at_desk, about)) | {"slug": "About-Us"}

    saved(at_desk, about, typed)

    draft = InformationPage.objects.get().get_latest_revision_as_object()
    assert (draft.slug, draft.build_content().path) == ("about-us", "about-us/")


def test_address_kept_in_capitals_is_signed_in_lower_case(about):
    about.slug = "About-Us"

    assert about.signed_path == "about-us/"


def test_address_differing_in_capitals_only_is_taken(about):
    twin = InformationPage(title="Twin", slug="ABOUT", live=False)

    with pytest.raises(ValidationError) as refused:
        make_index().get_parent().add_child(instance=twin)

    assert list(refused.value.message_dict) == ["slug"]


@pytest.mark.parametrize("slug", ["words", "trials", "verify", "t", "Words"])
def test_address_at_which_the_site_answers_itself_is_refused(about, slug):
    about.slug = slug

    for check in (about.full_clean, about.minimal_clean):
        with pytest.raises(ValidationError) as refused:
            check()

        assert refused.value.message_dict == {
            "slug": [
                f"The site itself answers at the address “{slug.lower()}”. Choose another for this page."
            ]
        }


def test_refused_address_is_said_on_the_screen_and_not_kept(at_desk, about):
    answer = at_desk.post(
        reverse("wagtailadmin_pages:edit", args=[about.pk]),
        form_values(opened(at_desk, about)) | {"slug": "words"},
    )

    assert "The site itself answers at the address “words”" in answer.content.decode()
    assert InformationPage.objects.get().get_latest_revision_as_object().slug == "about"


def test_every_address_of_the_site_itself_is_refused_to_pages():
    first = {
        str(pattern.pattern).lstrip("^").split("/")[0]
        for pattern in urlpatterns
        if not str(pattern.pattern).startswith("^(?P")
    }

    assert {name for name in first if re.fullmatch(r"[\w-]+", name)} <= InformationPage.TAKEN


def test_line_ends_and_outer_space_are_no_words(about):
    before = about.build_content().digest
    about.heading_zh_hans = " 我们是谁\n"
    about.body_en = "One.\r\n\r\n- a\r\n- b\r\n"

    assert about.build_content().digest == before


def test_save_without_a_change_keeps_the_digest(at_desk, about):
    before = about.build_content().digest

    response = saved(at_desk, about, form_values(opened(at_desk, about)))

    assert response.status_code == 302
    assert InformationPage.objects.get().get_latest_revision_as_object().build_content().digest == before


def test_digest_does_not_depend_on_the_active_language(about):
    digests = set()
    for lang in ("en", "zh-hans", "de"):
        with translation.override(lang):
            digests.add(InformationPage.objects.get().get_latest_revision_as_object().build_content().digest)

    assert digests == {about.build_content().digest}


def test_complete_page_lacks_only_what_is_advisory(about):
    findings = prose.run(about.build_content())

    assert [(each.field, each.language, each.blocks) for each in findings] == [
        ("description", "en", False),
        ("description", "zh-hans", False),
    ]


def test_text_in_one_language_blocks(about):
    about.body_zh_hans = ""

    blocking = [each.key for each in prose.run(about.build_content()) if each.blocks]

    assert blocking == ["required-text|body||zh-hans"]


def test_withheld_chinese_is_not_demanded(about):
    about.body_zh_hans = about.heading_zh_hans = ""

    assert [each for each in prose.run(about.build_content().withhold_chinese()) if each.blocks] == []


@pytest.mark.parametrize("mode", ["en", "zh-hans"])
def test_home_can_be_previewed_in_each_language(at_desk, about, mode):
    home = HomePage.objects.get()
    home.heading_en, home.heading_zh_hans = "Find a trial", "查找试验"
    home.save()
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[home.pk])
    at_desk.post(preview, form_values(opened(at_desk, home)))

    shown = at_desk.get(preview, {"mode": mode}).content.decode()

    assert {"en": "Find a trial", "zh-hans": "查找试验"}[mode] in shown


def test_trials_parent_offers_no_way_to_publish(about, superuser):
    allowed = make_index().permissions_for_user(superuser)

    assert (allowed.can_publish(), allowed.can_unpublish(), allowed.can_copy()) == (False, False, False)


def test_trials_parent_can_be_opened(at_desk, about):
    response = at_desk.get(reverse("wagtailadmin_pages:edit", args=[make_index().pk]))

    assert response.status_code == 200
