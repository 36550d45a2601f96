"""All rows, by app: see words.py for how to read and write them."""

from tests.permissions.activities import ACTIVITIES
from tests.permissions.chasing import CHASING
from tests.permissions.checks import CHECKS
from tests.permissions.conferences import CONFERENCES
from tests.permissions.evidence import EVIDENCE
from tests.permissions.extensions import EXTENSIONS
from tests.permissions.grid import GRID
from tests.permissions.handovers import HANDOVERS
from tests.permissions.honours import HONOURS
from tests.permissions.imports import IMPORTS
from tests.permissions.movements import MOVEMENTS
from tests.permissions.own import OWN
from tests.permissions.pledges import PLEDGES
from tests.permissions.registrations import REGISTRATIONS
from tests.permissions.reports import REPORTS
from tests.permissions.requests import REQUESTS
from tests.permissions.staff import STAFF
from tests.permissions.timeliness import TIMELINESS
from tests.permissions.words import (
    ADMINISTRATOR,
    EVERYBODY,
    KNOW_THE_CLUSTER,
    LEADER,
    MEMBERS,
    NO_ONE,
    OFFICE,
    OTHER,
    READS_ALL,
    SECRETARY,
    SIGNED_IN,
    STRANGER,
    Row,
    may,
)

CORE: tuple[Row, ...] = (
    Row("core:set_language", post=may(EVERYBODY), data={"language": "vi"}),
    Row("core:gallery", get=may(ADMINISTRATOR)),  # to all who signed in where nothing is real
    Row("core:outbox", get=may(ADMINISTRATOR)),
    Row("core:outbox_letter", "no mail"),
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
    Row("offices:merge", "cluster", get=MANAGED, post=MANAGED),
    Row("offices:handover", "year of the cluster", get=MANAGED, post=MANAGED),
    Row(
        "offices:handover",
        "year of another cluster",
        get=may(ADMINISTRATOR, refused=STRANGER),
        post=may(ADMINISTRATOR, refused=STRANGER),
    ),
    *(
        row
        for name in ("pack_word", "pack_pdf", "pack_excel")
        for row in (
            Row(f"offices:{name}", "year of the cluster", get=MANAGED),
            Row(f"offices:{name}", "year of another cluster", get=may(ADMINISTRATOR, refused=STRANGER)),
        )
    ),
    Row("offices:close_year", "year of the cluster", post=MANAGED, why_not=ONE_CLUSTER),
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
    Row("campaigns:period", "own draft period of the calendar", get=PLANNED, post=PLANNED, why_not=ONE_YEAR),
    Row("campaigns:add_task", "own draft period of the calendar", post=PLANNED, data={"text": "x"}, why_not=ONE_YEAR),
    Row("campaigns:new_conference", "year", get=PLANNED, post=PLANNED, data=NO_CHAIRS),
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

# A paper is read by those who read everything; by all members once it is published. Only the year's secretariat writes.
TYPES = may(SECRETARY, refused=KNOW_THE_CLUSTER - SECRETARY)
COPIED = {"into": "situation", "section": "advantages", "office": "bac-lieu", "version": "0"}  # overtaken: told so
SUMMARIES: tuple[Row, ...] = (
    Row("summaries:list", "draft period", get=may(KNOW_THE_CLUSTER)),
    Row("summaries:list", "published period", get=may(KNOW_THE_CLUSTER)),
    Row("summaries:prose", "draft period", get=TYPES, post=TYPES),
    Row("summaries:prose", "published period", get=may(NO_ONE, refused=KNOW_THE_CLUSTER),
        post=may(NO_ONE, refused=KNOW_THE_CLUSTER)),
    Row("summaries:gathered", "draft period", get=may(READS_ALL, refused=KNOW_THE_CLUSTER - READS_ALL)),
    Row("summaries:gathered", "published period", get=may(MEMBERS, refused=ADMINISTRATOR)),
    Row("summaries:copy_prose", "draft period, a report", post=TYPES, data=COPIED),
    Row("summaries:copy_prose", "published period", post=may(NO_ONE, refused=KNOW_THE_CLUSTER)),
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
    Row("dashboards:inbox", get=may(SIGNED_IN)),
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

FILES: tuple[Row, ...] = (Row("files:file", "a link of no kind", why_not="each kind of link has rows of its own"),)

ROWS = (
    *PLEDGES,
    *CORE, *ACCOUNTS, *OFFICES_APP, *CAMPAIGNS, *INDICATORS, *ACTIVITIES, *GRID, *IMPORTS, *SUMMARIES, *DASHBOARDS,
    *OWN, *DEMONSTRATION, *FILES, *EVIDENCE, *REPORTS, *REQUESTS, *CHASING, *CONFERENCES, *EXTENSIONS, *TIMELINESS,
    *CHECKS, *HANDOVERS, *HONOURS, *REGISTRATIONS, *STAFF, *MOVEMENTS,
)  # fmt: skip
