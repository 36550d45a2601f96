"""What activities ask of the calendar below them."""

import pytest
from django.core.exceptions import ValidationError

from apps.activities.tests.factories import SocialWorkFactory
from apps.campaigns import actions
from tests.cast import Cast


def test_a_conference_with_records_stays(cast: Cast) -> None:
    SocialWorkFactory(record__cluster=cast.cluster, record__conference=cast.conference)
    with pytest.raises(ValidationError, match="1 bản ghi"):
        actions.remove_conference(conference=cast.conference, by=cast.secretary)
