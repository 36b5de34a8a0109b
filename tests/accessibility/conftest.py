from tests.accessibility.states import (  # noqa: F401  fixtures
    being_checked,
    every_standing,
    full_trial,
    home,
    language_withheld,
    several_editions,
    trial_at_work,
    withdrawn,
)
from tests.editorial.desk import (  # noqa: F401  fixtures
    draft,
    published,
    reviewed,
    submit,
    submitted,
    trials,
)
