"""Records and stated figures."""

from tests.permissions.words import (
    ADMINISTRATOR,
    KNOW_THE_CLUSTER,
    LEADER,
    MEMBERS,
    NO_ONE,
    OFFICE,
    OTHER,
    READS_ALL,
    SECRETARY,
    Row,
    may,
)  # fmt: skip

ENTERS = OFFICE | OTHER | SECRETARY
KEEPS = may(ADMINISTRATOR, refused=MEMBERS)
EVERYBODYS = "a limit of law holds for all clusters; it belongs to nobody"
LISTS = ("activities:records", "activities:opinions", "activities:experiences", "activities:export")
ACTIVITIES: tuple[Row, ...] = (
    *(Row(url, place, get=may(KNOW_THE_CLUSTER)) for url in LISTS for place in ("draft period", "published period")),
    Row("activities:new", "draft period, a kind", get=may(ENTERS, refused=LEADER | ADMINISTRATOR),
        post=may(ENTERS, refused=LEADER | ADMINISTRATOR)),
    Row("activities:new", "published period, a kind", get=may(OFFICE | OTHER, refused=READS_ALL | ADMINISTRATOR),
        post=may(OFFICE | OTHER, refused=READS_ALL | ADMINISTRATOR)),
    Row("activities:new", "draft period, no kind"),
    Row("activities:record", "own draft record", get=may(OFFICE | READS_ALL)),
    Row("activities:record", "another's draft record", get=may(OTHER | READS_ALL)),
    Row("activities:record", "the cluster's draft record", get=may(MEMBERS)),
    *(Row("activities:record", f"{whose} published record", get=may(MEMBERS))
      for whose in ("own", "another's", "the cluster's")),
    *(Row("activities:experience", f"{name} experience", get=may(who)) for name, who in (
        ("own draft", OFFICE | READS_ALL), ("another's draft", OTHER | READS_ALL), ("own published", MEMBERS),
        ("another's published", MEMBERS),
    )),
    Row("activities:experience", "own draft record"),
    Row("activities:edit", "own draft record", get=may(OFFICE | SECRETARY, refused=LEADER),
        post=may(OFFICE | SECRETARY, refused=LEADER)),
    Row("activities:edit", "another's draft record", get=may(OTHER | SECRETARY, refused=LEADER),
        post=may(OTHER | SECRETARY, refused=LEADER)),
    Row("activities:edit", "the cluster's draft record", get=may(SECRETARY, refused=OFFICE | OTHER | LEADER),
        post=may(SECRETARY, refused=OFFICE | OTHER | LEADER)),
    Row("activities:edit", "own published record", get=may(OFFICE, refused=OTHER | READS_ALL),
        post=may(OFFICE, refused=OTHER | READS_ALL)),
    Row("activities:edit", "another's published record", get=may(OTHER, refused=OFFICE | READS_ALL),
        post=may(OTHER, refused=OFFICE | READS_ALL)),
    Row("activities:edit", "the cluster's published record", get=may(NO_ONE, refused=MEMBERS),
        post=may(NO_ONE, refused=MEMBERS)),
    *(
        row
        for url in ("activities:delete", "activities:restore")
        for row in (
            Row(url, "own draft record", post=may(OFFICE | SECRETARY, refused=LEADER)),
            Row(url, "another's draft record", post=may(OTHER | SECRETARY, refused=LEADER)),
            Row(url, "the cluster's draft record", post=may(SECRETARY, refused=OFFICE | OTHER | LEADER)),
            Row(url, "own published record", post=may(OFFICE, refused=OTHER | READS_ALL)),
            Row(url, "another's published record", post=may(OTHER, refused=OFFICE | READS_ALL)),
            Row(url, "the cluster's published record", post=may(NO_ONE, refused=MEMBERS)),
        )
    ),
    Row("activities:stated", "draft period", get=may(MEMBERS), post=may(ENTERS, refused=LEADER)),
    Row("activities:stated", "draft period", query="office=bac-lieu", get=may(OFFICE | READS_ALL),
        post=may(OFFICE | SECRETARY, refused=LEADER)),
    Row("activities:stated", "draft period", query="office=hau-giang", get=may(OTHER | READS_ALL),
        post=may(OTHER | SECRETARY, refused=LEADER)),
    Row("activities:stated", "draft period", query="office=own", get=may(READS_ALL),
        post=may(SECRETARY, refused=LEADER)),
    Row("activities:stated", "draft period", query="office=ha-giang"),
    Row("activities:stated", "published period", get=may(MEMBERS), post=may(OFFICE | OTHER, refused=READS_ALL)),
    Row("activities:stated", "published period", query="office=hau-giang", get=may(MEMBERS),
        post=may(OTHER, refused=OFFICE | READS_ALL)),
    *(
        row
        for url, method in (
            ("activities:recommendation", "get"), ("activities:delete_recommendation", "post"),
            ("activities:restore_recommendation", "post"),
        )
        for state, own, another, clusters in (
            ("draft", may(OFFICE | SECRETARY, refused=LEADER), may(OTHER | SECRETARY, refused=LEADER),
             may(SECRETARY, refused=OFFICE | OTHER | LEADER)),
            ("published", may(OFFICE, refused=OTHER | READS_ALL), may(OTHER, refused=OFFICE | READS_ALL),
             may(NO_ONE, refused=MEMBERS)),
        )
        for whose, who in (("own", own), ("another's", another), ("the cluster's", clusters))
        for row in (
            Row(url, f"{whose} {state} recommendation", get=who, post=who)
            if method == "get" else Row(url, f"{whose} {state} recommendation", post=who),
        )
    ),
    Row("activities:new_recommendation", "own draft record", get=may(OFFICE | SECRETARY, refused=LEADER),
        post=may(OFFICE | SECRETARY, refused=LEADER)),
    Row("activities:new_recommendation", "another's draft record", get=may(OTHER | SECRETARY, refused=LEADER),
        post=may(OTHER | SECRETARY, refused=LEADER)),
    Row("activities:new_recommendation", "own published record", get=may(OFFICE, refused=OTHER | READS_ALL),
        post=may(OFFICE, refused=OTHER | READS_ALL)),
    Row("activities:limits", "draft period", get=may(KNOW_THE_CLUSTER)),
    Row("activities:limits", "published period", get=may(KNOW_THE_CLUSTER)),
    *(Row("activities:new_limit", place, get=KEEPS, post=KEEPS) for place in ("draft period", "published period")),
    *(Row("activities:end_limit", f"{state} period, a limit", get=KEEPS, post=KEEPS, why_not=EVERYBODYS)
      for state in ("draft", "published")),
)  # fmt: skip
