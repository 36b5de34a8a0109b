"""What the review screen says of the reviews before: who found what right, and what changed since."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment

from editorial.desk import open_desk
from editorial.models import SignOff
from editorial.signoff import review_medicine
from tests.editorial.desk import save_draft
from trials.models import TrialPage


def screen(client, page, person):
    client.force_login(person)
    html = client.get(reverse("editorial_review", args=[page.pk])).content
    return BeautifulSoup(html, "html.parser")


def words(part):
    return " ".join(part.get_text(" ").split())


def standing(client, page, person):
    return words(screen(client, page, person).select_one(".review__standing p"))


def without_its_first_criterion(page, user):
    newest = TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    newest.criteria = list(newest.criteria.all())[1:]
    newest.save_revision(user=user)


def test_no_text_changed_since_the_review(client, reviewed, signer):
    assert standing(client, reviewed, signer).endswith("; no text changed since.")


def test_punctuation_that_changed_since_the_review_is_told(client, reviewed, author, signer):
    save_draft(reviewed, author, summary_en="“English of summary”")

    assert standing(client, reviewed, signer).endswith("; since then only English punctuation changed.")


def test_a_text_removed_since_the_review_is_told(client, reviewed, author, signer):
    without_its_first_criterion(reviewed, author)

    assert standing(client, reviewed, signer).endswith(
        "; since then texts were removed, and of the others at most English punctuation changed."
    )


def test_the_signer_reads_who_found_the_medicine_right(client, reviewed, person, signer):
    site = open_desk(reviewed.pk).site
    site.medical_review = site.MedicalReview.ALWAYS
    site.save()
    doctor, desk = person("doctor", "Medical reviewers"), open_desk(reviewed.pk)
    ticked = set(desk.statements(SignOff.Role.MEDICAL_REVIEWER))
    now = timezone.now()
    review_medicine(reviewed, reviewer=doctor, seen=desk.seen_by(doctor), ticked=ticked, now=now)

    read = standing(client, reviewed, signer)

    at = timezone.localtime(now).strftime("%Y-%m-%d %H:%M")
    assert read.endswith(f"; no text changed since. Doctor found the medicine right on {at}.")


@pytest.mark.parametrize("by", ["language_reviewer", "another"])
def test_a_second_reading_marks_what_changed_since_the_first(
    client, request, reviewed, author, person, language_reviewer, by
):
    save_draft(reviewed, author, summary_en="English of the summary.")
    another = person("second", "Chinese language reviewers")
    reader, whose = {
        "language_reviewer": (language_reviewer, "your review of"),
        "another": (another, "the review by Language-reviewer on"),
    }[by]

    page = screen(client, reviewed, reader)

    day = timezone.localtime(SignOff.objects.get().signed_at).strftime("%Y-%m-%d")
    assert (
        words(page.select_one("#review-changes > p")) == f"The marks show what changed since {whose} {day}."
    )
    assert [each.get_text() for each in page.select("#review-changes .diff__ins")] == ["added: the "]


def test_comments_and_findings_are_counted_before_the_decision(client, reviewed, author, signer):
    save_draft(reviewed, author, summary_en="", benefit_en="")
    Comment.objects.create(page_id=reviewed.pk, user=author, text="Which one?", contentpath="summary_en")
    number = len(open_desk(reviewed.pk).findings)

    links = screen(client, reviewed, signer).select(".decision > p a")

    assert [(link["href"], words(link)) for link in links] == [
        ("#review-comments", "1 open comment"),
        ("#review-findings", f"{number} findings of the checks"),
    ]
