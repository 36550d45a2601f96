import pytest

from tests.cast import Cast
from tests.filled import fill

READERS = ("secretary", "head", "clerk", "other", "leader", "administrator")


@pytest.fixture
def filled(cast: Cast) -> Cast:
    return fill(cast)
