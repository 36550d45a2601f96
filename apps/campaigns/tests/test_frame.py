import pytest
from django.urls import ResolverMatch
from django.utils.text import capfirst

from apps.campaigns.frame import describe
from apps.campaigns.scope import scope_of
from apps.core.page import Page
from apps.offices.enums import RoleKind


@pytest.fixture
def request_as(cast, rf):
    def make(user):
        request = rf.get("/")
        request.user = user
        scope_of(request, cast.cluster.code, "2019H1")
        return request

    return make


@pytest.mark.parametrize(
    ("who", "role", "office"),
    [
        ("secretary", RoleKind.SECRETARIAT, "Cà Mau"),
        ("head", RoleKind.HEAD, "Bạc Liêu"),
        ("clerk", RoleKind.CLERK, "Bạc Liêu"),
        ("leader", RoleKind.VIEWER, ""),
    ],
)
def test_the_foot_says_who_reads(cast, request_as, who, role, office):
    page = describe(request_as(getattr(cast, who)), Page())
    assert office in page.office
    assert bool(page.office) == bool(office)
    assert page.role == capfirst(role.label)
    assert (page.cluster, page.mark) == (cast.cluster.short_name, cast.cluster.mark)


def test_what_the_view_said_stays(cast, request_as):
    page = describe(request_as(cast.clerk), Page(title="x", cluster="Cụm khác", role="Khách"))
    assert (page.title, page.cluster, page.role) == ("x", "Cụm khác", "Khách")


def test_without_a_scope_nothing_is_read(rf):
    """No database fixture here: a query would fail."""
    assert describe(rf.get("/"), Page(title="x")) == Page(title="x")


def test_the_switch_keeps_the_page_only_where_it_can(cast, request_as):
    request = request_as(cast.clerk)
    request.resolver_match = ResolverMatch(lambda: None, (), {"cluster": "c", "period": "2019H1", "pk": 3})
    assert describe(request, Page()).periods == []
    request.resolver_match = ResolverMatch(lambda: None, (), {"cluster": "c", "period": "2019H1"}, url_name="nowhere")
    assert describe(request, Page()).periods == []
