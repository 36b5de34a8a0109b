from tests.trials.drafting.conftest import english  # noqa: F401  fixture
