"""What the public reads about facts: whole sentences and lines in the active language.

Pure functions of `trials.content`; call them inside `translation.override(lang)`. Time comes in as an
argument, so page, card, list and print of one moment say the same.
"""

from trials.site.sentences.dates import date_words, dated_fact_line, short_date_words
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
from trials.site.sentences.places import place, sites_line
from trials.site.sentences.review import (
    from_the_registry,
    next_review_line,
    registry_attribution,
    review_line,
)
from trials.site.sentences.status import StatusSentence, status_sentence

__all__ = [
    "StatusSentence",
    "age_words",
    "ages_sentence",
    "byline",
    "conditions_line",
    "date_words",
    "dated_fact_line",
    "enrolment_line",
    "from_the_registry",
    "healthy_volunteers_line",
    "identifier_line",
    "interventions_line",
    "next_review_line",
    "organisation_name",
    "organisations_line",
    "phase_line",
    "place",
    "registry_attribution",
    "review_line",
    "sex_line",
    "short_date_words",
    "sites_line",
    "sponsor_line",
    "status_sentence",
    "study_type_line",
    "trial_id_line",
]
