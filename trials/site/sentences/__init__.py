"""What the public reads about facts: whole sentences and lines in the active language.

Pure functions of `trials.content`; call them inside `translation.override(lang)`. Time comes in as an
argument, so page, card, list and print of one moment say the same.
"""

from trials.site.sentences.dates import date_words, dated_fact_line, review_day, short_date_words
from trials.site.sentences.facts import (
    age_words,
    ages_sentence,
    byline,
    conditions_line,
    enrolment_line,
    healthy_volunteers_line,
    identifier_line,
    interventions_line,
    organisation_name,
    organisations_line,
    phase_line,
    sex_line,
    sponsor_line,
    study_type_line,
    trial_id_line,
)
from trials.site.sentences.joining import followed_by
from trials.site.sentences.notices import NoticeWords, notice_sentence, notice_words
from trials.site.sentences.places import place, sites_count_line, sites_line
from trials.site.sentences.review import (
    due_note,
    from_the_registry,
    next_review_line,
    overdue_sentences,
    registry_attribution,
    review_line,
)
from trials.site.sentences.status import StatusSentence, status_sentence
from trials.site.sentences.who import who_line

__all__ = [
    "NoticeWords",
    "StatusSentence",
    "age_words",
    "ages_sentence",
    "byline",
    "conditions_line",
    "date_words",
    "dated_fact_line",
    "due_note",
    "enrolment_line",
    "followed_by",
    "from_the_registry",
    "healthy_volunteers_line",
    "identifier_line",
    "interventions_line",
    "next_review_line",
    "notice_sentence",
    "notice_words",
    "organisation_name",
    "organisations_line",
    "overdue_sentences",
    "phase_line",
    "place",
    "registry_attribution",
    "review_day",
    "review_line",
    "sex_line",
    "short_date_words",
    "sites_count_line",
    "sites_line",
    "sponsor_line",
    "status_sentence",
    "study_type_line",
    "trial_id_line",
    "who_line",
]
