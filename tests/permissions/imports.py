"""Imports."""

from tests.permissions.words import (
    ADMINISTRATOR,
    CLERK,
    LEADER,
    OFFICE,
    OFFICES,
    OTHER,
    SECRETARY,
    Row,
    may,
)  # fmt: skip

NO_IMPORT = LEADER | ADMINISTRATOR
IMPORTS: tuple[Row, ...] = (
    Row(
        "activities:imports", "draft period", get=may(OFFICES, refused=NO_IMPORT), post=may(OFFICES, refused=NO_IMPORT)
    ),
    Row(
        "activities:imports",
        "published period",
        get=may(OFFICE | OTHER, refused=SECRETARY | NO_IMPORT),
        post=may(OFFICE | OTHER, refused=SECRETARY | NO_IMPORT),
    ),
    Row("activities:workbook", "draft period", get=may(OFFICES, refused=NO_IMPORT)),
    Row("activities:workbook", "draft period", query="office=bac-lieu", get=may(OFFICE | SECRETARY, refused=NO_IMPORT)),
    Row("activities:workbook", "draft period", query="office=hau-giang", get=may(OTHER | SECRETARY, refused=NO_IMPORT)),
    Row("activities:workbook", "draft period", query="office=own", get=may(SECRETARY, refused=NO_IMPORT)),
    Row("activities:workbook", "published period", get=may(OFFICE | OTHER, refused=SECRETARY | NO_IMPORT)),
    *(
        row
        for place, who in (
            ("own draft import", CLERK | SECRETARY), ("another's draft import", OTHER | SECRETARY),
            ("own published import", CLERK), ("another's published import", OTHER),
        )
        for row in (
            Row("activities:import", place, get=may(who)),
            Row("activities:apply", place, post=may(who)),
            Row("activities:discard", place, post=may(who)),
            Row("activities:import_progress", place, get=may(who)),
            Row("activities:read_again", place, post=may(who)),
            Row("activities:take", place, post=may(who)),
            Row("activities:marked", place),  # the file that was discarded has no errors
            Row("activities:undo", place, get=may(who), post=may(who)),
        )
    ),
)  # fmt: skip
