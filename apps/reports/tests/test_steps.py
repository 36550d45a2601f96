from datetime import date, timedelta

import pytest

from apps.reports.enums import Step
from apps.reports.steps import step_on

DUE = date(2019, 6, 30)


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (-8, None), (-7, Step.WEEK_BEFORE), (-2, Step.WEEK_BEFORE), (-1, Step.DAY_BEFORE), (0, Step.DAY_BEFORE),
        (1, Step.DAY_AFTER), (6, Step.DAY_AFTER), (7, Step.WEEK_AFTER), (60, Step.WEEK_AFTER), (61, None),
    ],
)  # fmt: skip
def test_only_the_latest_step_that_has_come(days: int, step: Step | None) -> None:
    assert step_on(DUE, DUE + timedelta(days=days)) == step
