import pytest

from apps.core import navigation
from apps.core.navigation import NavigationItem, places
from apps.core.page import Crumb, Page, page_of, show


@pytest.fixture
def registry(monkeypatch):
    items: list[NavigationItem] = []
    monkeypatch.setattr(navigation, "_items", items)
    return items


def item(label, url, order=1, **more):
    return NavigationItem(label=label, icon="home", url=lambda request: url, order=order, **more)


def test_places_come_in_order_and_only_those_the_reader_has(registry, rf):
    for each in (item("c", "/c/", 3), item("a", "/", 1), item("hidden", None, 2)):
        navigation.register(each)
    assert [place.label for place in places(rf.get("/"))] == ["a", "c"]


@pytest.mark.parametrize(
    ("path", "current"),
    [("/", ["a"]), ("/c/", ["c"]), ("/c/12/edit/", ["c"]), ("/c/deep/1/", ["deep"]), ("/other/", []), ("/cc/", [])],
)
def test_the_longest_beginning_of_the_address_is_current(registry, rf, path, current):
    for each in (item("a", "/"), item("c", "/c/?period=2019H1"), item("deep", "/c/deep/")):
        navigation.register(each)
    assert [place.label for place in places(rf.get(path)) if place.current] == current


def test_the_phone_has_room_for_four(registry, rf):
    for order in range(6):
        navigation.register(item(str(order), f"/{order}/", order, phone=order != 1))
    assert [place.label for place in navigation.phone_places(places(rf.get("/")))] == ["0", "2", "3", "4"]


def test_registering_twice_does_no_harm(registry):
    once = item("a", "/")
    navigation.register(once)
    navigation.register(once)
    assert registry == [once]


def test_a_view_says_its_title_and_describers_complete_the_page(rf, monkeypatch):
    from dataclasses import replace

    from apps.core import page as module

    monkeypatch.setattr(module, "_describers", [])
    module.register_describer(lambda request, page: replace(page, cluster=page.cluster or "Cụm thi đua số 9"))
    request = rf.get("/")
    show(request, title="Hoạt động")
    show(request, crumbs=[Crumb(label="Cụm")])
    assert page_of(request) == Page(title="Hoạt động", crumbs=[Crumb(label="Cụm")], cluster="Cụm thi đua số 9")
    assert page_of(rf.get("/")).title == ""
