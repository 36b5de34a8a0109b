from tests.editorial.desk import (  # noqa: F401  fixtures
    draft,
    home,
    published,
    reviewed,
    submit,
    submitted,
    trials,
)
from tests.editorial.raced_pages import people, stage  # noqa: F401  fixtures
