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
    *(
        row
        for place, who in (("draft", OFFICES), ("published", OFFICE | OTHER))
        for row in (
            Row("activities:mappings", f"{place} period", get=may(who, refused=(OFFICES | NO_IMPORT) - who)),
            *(
                Row(
                    f"activities:{name}", f"{whose} mapping, {place} period",
                    post=may((their | SECRETARY) & who, refused=(OFFICES | NO_IMPORT) - who),
                    data={"name": "Mẫu"},
                )
                for name in ("rename_mapping", "delete_mapping")
                for whose, their in (("own", OFFICE), ("another's", OTHER))
            ),
        )
    ),
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
            Row("activities:map_sheet", f"{place}, a sheet", get=may(who), post=may(who)),
            Row("activities:undo", place, get=may(who), post=may(who)),
        )
    ),
)  # fmt: skip
