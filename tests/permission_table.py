"""Who gets in where: one table of role × object × state × action.

tests/test_permissions.py walks every URL pattern of the project, with every role of tests/cast.py, through these rows.
A pattern without a row fails there, and so does a row without a pattern.

To add an address, add rows to the part of its app:

    Row("activities:record", "own draft record", get=may(OFFICE | READS_ALL)),
    Row("activities:delete", "own draft record", post=may(OFFICE | SECRETARY, refused=LEADER)),

- The place is a name from tests/permission_places.py, where each says what stands in the address; add yours there.
- `may(those who get in, refused=those who see it but may not do this: 403)`; all others get 404, and nobody, who is not
  signed in, is sent to sign in (unless named). Without `get` or `post` that method is closed to everyone.
- `data` is a small, safe body for POST; every request is rolled back. `query` is what follows the question mark.
- An address with a period needs a row for a draft and for a published one; an address with a number (`<int:pk>`)
  needs a row for something own and for something of another (or says in `why_not` why there is no such thing).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Answer(StrEnum):
    OPEN = "open"  # 200, a form shown again, or on to another page
    REFUSED = "refused"  # 403: seen, but not allowed
    UNKNOWN = "unknown"  # 404: they may not know that it exists
    SIGN_IN = "sign in"
    CLOSED = "closed"  # any of the three, or 405: nobody does this here


Roles = frozenset[str]
Answers = Mapping[str, Answer]


def _role(name: str) -> Roles:
    return frozenset({name})


SECRETARY, HEAD, CLERK, OTHER = _role("secretary"), _role("head"), _role("clerk"), _role("other")
LEADER, ADMINISTRATOR, STRANGER, NOBODY = _role("leader"), _role("administrator"), _role("stranger"), _role("nobody")

OFFICE = HEAD | CLERK  # Bạc Liêu, whose things are called “own”
READS_ALL = SECRETARY | LEADER
OFFICES = OFFICE | OTHER | SECRETARY  # people at a desk of a member office
MEMBERS = OFFICES | LEADER
KNOW_THE_CLUSTER = MEMBERS | ADMINISTRATOR
SIGNED_IN = KNOW_THE_CLUSTER | STRANGER
EVERYBODY = SIGNED_IN | NOBODY
NO_ONE: Roles = frozenset()
ROLES = ("secretary", "head", "clerk", "other", "leader", "administrator", "stranger", "nobody")


def may(those: Roles, *, refused: Roles = NO_ONE) -> Answers:
    """Those get in, the refused see it but get 403, all others get 404, nobody is sent to sign in."""
    if both := those & refused:
        raise ValueError(f"{', '.join(sorted(both))}: allowed and refused in one row")

    def answer(role: str) -> Answer:
        if role in those:
            return Answer.OPEN
        if role in refused:
            return Answer.REFUSED
        return Answer.SIGN_IN if role == "nobody" else Answer.UNKNOWN

    return {role: answer(role) for role in ROLES}


CLOSED: Answers = dict.fromkeys(ROLES, Answer.CLOSED)


@dataclass(frozen=True)
class Row:
    url: str
    place: str = "nothing"
    get: Answers = field(default_factory=lambda: CLOSED)
    post: Answers = field(default_factory=lambda: CLOSED)
    data: Mapping[str, object] = field(default_factory=dict)
    query: str = ""
    why_not: str = ""

    def __str__(self) -> str:
        return f"{self.url} · {self.place}{' ?' + self.query if self.query else ''}"


CORE: tuple[Row, ...] = (
    Row("core:set_language", post=may(EVERYBODY), data={"language": "vi"}),
    Row("core:gallery", get=may(ADMINISTRATOR)),  # to all who signed in where nothing is real
)

ACCOUNTS: tuple[Row, ...] = (
    Row("accounts:sign_in", get=may(EVERYBODY), post=may(EVERYBODY)),
    Row("accounts:sign_out", post=may(SIGNED_IN)),
    Row("accounts:invitation", "open invitation", get=may(EVERYBODY), post=may(EVERYBODY)),
    Row("accounts:invitation", "no invitation"),
    Row("accounts:account", get=may(SIGNED_IN), post=may(SIGNED_IN)),
    Row("accounts:password", get=may(SIGNED_IN), post=may(SIGNED_IN)),
)

MANAGES = SECRETARY | ADMINISTRATOR  # a cluster: names, members, people
SEES_ONLY = OFFICE | OTHER | LEADER  # of those who may open it
ONE_CLUSTER = "members and people belong to the cluster; their forms are open to whoever manages it"
MANAGED = may(MANAGES, refused=SEES_ONLY)

OFFICES_APP: tuple[Row, ...] = (
    Row("offices:clusters", get=may(SIGNED_IN)),
    Row(
        "offices:new_cluster",
        get=may(ADMINISTRATOR, refused=MEMBERS | STRANGER),
        post=may(ADMINISTRATOR, refused=MEMBERS | STRANGER),
        data={"code": "cum-2", "name": "Cụm thi đua số 2", "short_name": "Cụm 2"},
    ),
    Row("offices:settings", "cluster", get=may(KNOW_THE_CLUSTER)),
    Row("offices:edit_cluster", "cluster", get=MANAGED, post=MANAGED, data={"name": "Cụm", "short_name": "Cụm"}),
    Row("offices:pick_year", "cluster", get=MANAGED, query="year=2030"),
    Row("offices:leadership", "cluster in a year nobody leads", get=MANAGED, post=MANAGED),
    Row("offices:new_member", "cluster", get=MANAGED, post=MANAGED),
    Row("offices:existing_member", "cluster", get=MANAGED, post=MANAGED),
    Row("offices:member", "own membership", get=may(KNOW_THE_CLUSTER)),
    Row("offices:member", "another's membership", get=may(KNOW_THE_CLUSTER)),
    Row("offices:member", "membership of another cluster"),
    Row("offices:rename_member", "own membership", get=MANAGED, post=MANAGED, why_not=ONE_CLUSTER),
    Row("offices:correct_name", "name of own office", get=MANAGED, post=MANAGED, why_not=ONE_CLUSTER),
    Row("offices:move_member", "own membership", post=MANAGED, data={"direction": "up"}, why_not=ONE_CLUSTER),
    Row("offices:move_member", "membership of another cluster", post=may(NO_ONE), data={"direction": "up"}),
    Row(
        "offices:end_membership",
        "own membership",
        get=MANAGED,
        post=MANAGED,
        data={"on": "31/12/2030"},
        why_not=ONE_CLUSTER,
    ),
    Row("offices:end_membership", "membership of another cluster", post=may(NO_ONE, refused=SEES_ONLY)),
    Row("offices:people", "cluster", get=MANAGED),
    Row("offices:invite", "cluster", get=MANAGED, post=MANAGED),
    Row("offices:new_role", "cluster", get=MANAGED, post=MANAGED),
    Row("offices:person", "own person", get=MANAGED, why_not=ONE_CLUSTER),
    Row("offices:person", "person of another cluster", get=may(NO_ONE, refused=SEES_ONLY)),
    Row("offices:new_link", "own person", post=MANAGED, why_not=ONE_CLUSTER),
    Row("offices:new_link", "person of another cluster", post=may(NO_ONE, refused=SEES_ONLY)),
    Row("offices:end_role", "own role", get=MANAGED, post=MANAGED, data={"on": "31/12/2030"}, why_not=ONE_CLUSTER),
    Row("offices:end_role", "role in another cluster", post=may(NO_ONE, refused=SEES_ONLY), data={"on": "31/12/2030"}),
)

NO_CHAIRS = {"chairs-TOTAL_FORMS": "0", "chairs-INITIAL_FORMS": "0"}
PLANNED = may(SECRETARY, refused=SEES_ONLY | ADMINISTRATOR)  # the year's secretariat
ONE_YEAR = "the calendar belongs to the cluster; the year's secretariat writes it, the rest is refused"

CAMPAIGNS: tuple[Row, ...] = (
    Row("campaigns:calendar", "cluster", get=may(KNOW_THE_CLUSTER)),
    Row("campaigns:year", "year", get=may(KNOW_THE_CLUSTER)),
    Row("campaigns:year", "year of another's secretariat", get=may(KNOW_THE_CLUSTER)),
    Row("campaigns:set_up_year", "year", post=PLANNED),
    Row("campaigns:set_up_year", "year of another's secretariat", post=may(NO_ONE, refused=KNOW_THE_CLUSTER)),
    Row("campaigns:new_campaign", "year", get=PLANNED, post=PLANNED, data={"name": "Phong trào", "kind": "regular"}),
    Row("campaigns:campaign", "own movement", get=PLANNED, post=PLANNED, why_not=ONE_YEAR),
    Row("campaigns:period", "own draft period of the calendar", get=PLANNED, post=PLANNED, why_not=ONE_YEAR),
    Row("campaigns:add_task", "own draft period of the calendar", post=PLANNED, data={"text": "x"}, why_not=ONE_YEAR),
    Row("campaigns:new_conference", "year", get=PLANNED, post=PLANNED, data=NO_CHAIRS),
    Row("campaigns:conference", "own conference", get=PLANNED, post=PLANNED, data=NO_CHAIRS, why_not=ONE_YEAR),
    Row("campaigns:remove_conference", "own conference", post=PLANNED, why_not=ONE_YEAR),
    Row("campaigns:task", "own task", get=PLANNED, post=PLANNED, data={"text": "x"}, why_not=ONE_YEAR),
    Row("campaigns:move_task", "own task", post=PLANNED, data={"direction": "up"}, why_not=ONE_YEAR),
    Row("campaigns:remove_task", "own task", post=PLANNED, why_not=ONE_YEAR),
    Row("campaigns:assembly", "cluster", get=may(KNOW_THE_CLUSTER)),
    Row("campaigns:new_term", "cluster", get=MANAGED, post=MANAGED),
    Row("campaigns:term", "term", get=MANAGED, post=MANAGED),
    Row("campaigns:new_session", "cluster", get=MANAGED, post=MANAGED),
    Row("campaigns:session", "session", get=MANAGED, post=MANAGED),
)

OWN_FIGURE, ANOTHERS_FIGURE, CLUSTERS_FIGURE = "office=bac-lieu", "office=hau-giang", "office=own"  # own: the cluster's
INDICATORS: tuple[Row, ...] = (
    Row("indicators:index", "draft period", get=may(KNOW_THE_CLUSTER)),
    Row("indicators:index", "published period", get=may(KNOW_THE_CLUSTER)),
    *(
        row
        for url in ("indicators:figure", "indicators:export")
        for row in (
            Row(url, "draft figure", get=may(KNOW_THE_CLUSTER)),
            Row(url, "draft figure", query=CLUSTERS_FIGURE, get=may(KNOW_THE_CLUSTER)),
            Row(url, "draft figure", query=OWN_FIGURE, get=may(OFFICE | READS_ALL)),
            Row(url, "draft figure", query=ANOTHERS_FIGURE, get=may(OTHER | READS_ALL)),
            Row(url, "published figure", get=may(KNOW_THE_CLUSTER)),
            Row(url, "published figure", query=OWN_FIGURE, get=may(KNOW_THE_CLUSTER)),
            Row(url, "published figure", query=ANOTHERS_FIGURE, get=may(KNOW_THE_CLUSTER)),
            Row(url, "no such figure"),
        )
    ),
)

ENTERS = OFFICE | OTHER | SECRETARY
LISTS = ("activities:records", "activities:experiences", "activities:export")
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
        )
    ),
)  # fmt: skip

# A paper is read by those who read everything; by all members once it is published. Only the year's secretariat writes.
TYPES = may(SECRETARY, refused=KNOW_THE_CLUSTER - SECRETARY)
SUMMARIES: tuple[Row, ...] = (
    Row("summaries:list", "draft period", get=may(KNOW_THE_CLUSTER)),
    Row("summaries:list", "published period", get=may(KNOW_THE_CLUSTER)),
    Row("summaries:prose", "draft period", get=TYPES, post=TYPES),
    Row("summaries:prose", "published period", get=may(NO_ONE, refused=KNOW_THE_CLUSTER),
        post=may(NO_ONE, refused=KNOW_THE_CLUSTER)),
    *(
        row
        for name, more in (("paper", ""), ("progress", ""), ("word", ""), ("pdf", ""), ("annex", ""),
                           ("figure", ", a figure"))
        for row in (
            Row(f"summaries:{name}", f"draft paper{more}", get=may(READS_ALL)),
            Row(f"summaries:{name}", f"published paper{more}", get=may(MEMBERS)),
        )
    ),
    *(
        row
        for name in ("build", "publish")
        for row in (
            Row(f"summaries:{name}", "draft paper", post=may(SECRETARY, refused=LEADER)),
            Row(f"summaries:{name}", "published paper", post=may(NO_ONE, refused=MEMBERS)),
        )
    ),
    Row("summaries:wording", "draft paper, a paragraph", get=may(SECRETARY, refused=LEADER),
        post=may(SECRETARY, refused=LEADER)),
    Row("summaries:wording", "published paper, a paragraph", get=may(NO_ONE, refused=MEMBERS),
        post=may(NO_ONE, refused=MEMBERS)),
    Row("summaries:restore", "draft paper, a paragraph", post=may(SECRETARY, refused=LEADER)),
    Row("summaries:restore", "published paper, a paragraph", post=may(NO_ONE, refused=MEMBERS)),
)  # fmt: skip

DASHBOARDS: tuple[Row, ...] = (
    Row("home", get=may(SIGNED_IN)),
    Row("dashboards:cluster", "cluster", get=may(KNOW_THE_CLUSTER)),
    Row("dashboards:dashboard", "draft period", get=may(KNOW_THE_CLUSTER)),
    Row("dashboards:dashboard", "published period", get=may(KNOW_THE_CLUSTER)),
    Row("dashboards:dashboard", "no such period"),
    Row("dashboards:export", "draft period", get=may(KNOW_THE_CLUSTER)),
    Row("dashboards:export", "published period", get=may(KNOW_THE_CLUSTER)),
)

DEMONSTRATION: tuple[Row, ...] = (
    Row("demonstration:take_role", "a role of the demonstration"),  # there is none outside a demonstration
)

FILES: tuple[Row, ...] = ()

ROWS = (
    *CORE, *ACCOUNTS, *OFFICES_APP, *CAMPAIGNS, *INDICATORS, *ACTIVITIES, *IMPORTS, *SUMMARIES, *DASHBOARDS,
    *DEMONSTRATION, *FILES,
)  # fmt: skip
