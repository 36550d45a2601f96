"""The grid, and signing in again from a page that waits. A script that is not signed in is told 401, not led away."""

from tests.permissions.words import (
    ADMINISTRATOR,
    EVERYBODY,
    LEADER,
    NOBODY,
    OFFICE,
    OFFICES,
    OTHER,
    READS_ALL,
    SECRETARY,
    Answers,
    Roles,
    Row,
    may,
)

NOT_HERE = LEADER | ADMINISTRATOR


def _page(those: Roles, refused: Roles) -> tuple[Answers, Answers]:
    """For a page, and for its script."""
    return may(those, refused=refused), may(those, refused=refused | NOBODY)


GRID: tuple[Row, ...] = (
    *(
        row
        for place, query, those, refused in (
            ("draft period", "", OFFICES, NOT_HERE),
            ("draft period", "by=offices", OFFICES, NOT_HERE),
            ("draft period", "by=months&office=bac-lieu", OFFICE | SECRETARY, NOT_HERE),
            ("draft period", "by=months&office=hau-giang", OTHER | SECRETARY, NOT_HERE),
            ("draft period", "by=months&office=own", SECRETARY, NOT_HERE),
            ("draft period", "by=months&office=ha-giang", frozenset(), NOT_HERE),
            ("draft period", "group=nonsense", frozenset(), NOT_HERE),
            ("published period", "", OFFICE | OTHER, READS_ALL | ADMINISTRATOR),
            ("published period", "by=months&office=hau-giang", OTHER, READS_ALL | ADMINISTRATOR),
        )
        for page, script in (_page(those, refused),)
        for row in (
            Row("activities:grid", place, query=query, get=page),
            Row("activities:grid_export", place, query=query, get=page),
            Row("activities:grid_fresh", place, query=f"{query}&since=2019-06-30T09:00:00%2B07:00", get=script),
            Row("activities:grid_save", place, query=query, post=script),
        )
    ),
    Row("accounts:sign_in_here", get=may(EVERYBODY), post=may(EVERYBODY)),
)
