from tests.editorial.desk import (  # noqa: F401  fixtures
    draft,
    home,
    published,
    reviewed,
    submit,
    submitted,
    trials,
)
