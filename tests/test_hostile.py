"""The hostile environment does bite."""

import socket

import pytest
from celery import current_app
from django.core.cache import cache
from django.core.paginator import Paginator, UnorderedObjectListWarning
from django.template import Context, Engine, Template
from django.template.loader import render_to_string
from django.utils.translation import get_language

from apps.accounts.models import User
from tests.cast import make_user
from tests.chromium import find_chromium
from tests.hostile import NetworkUsedError, Undefined, UndefinedVariableError


def test_an_undefined_variable_fails():
    assert isinstance(Engine.get_default().string_if_invalid, Undefined)
    with pytest.raises(UndefinedVariableError, match=r"name\.first"):
        Template("{{ name.first }}").render(Context({"name": {}}))


def test_a_condition_may_ask_for_what_is_not_there():
    assert Template("{% if name %}yes{% else %}no{% endif %}").render(Context()) == "no"


def test_templates_of_packages_may_show_nothing():
    assert "<input" in render_to_string("django/forms/widgets/input.html", {})


@pytest.mark.django_db
def test_an_unordered_list_that_is_paged_fails():
    with pytest.raises(UnorderedObjectListWarning):
        Paginator(User.objects.order_by(), 10).page(1)


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.org", 443)])
def test_another_machine_is_out_of_reach(address):
    with socket.socket() as wire, pytest.raises(NetworkUsedError):
        wire.connect(address)


def test_tests_speak_vietnamese():
    assert get_language() == "vi"


@pytest.mark.parametrize("_time", [1, 2])
def test_the_cache_is_empty_at_the_beginning(_time):
    assert cache.get("left-over") is None
    cache.set("left-over", 1)
    assert cache.get("left-over") == 1


def test_tasks_wait_for_a_worker():
    assert current_app.conf.task_always_eager is False
    assert current_app.conf.broker_url == "memory://"


@pytest.mark.django_db
def test_costs_compares_one_item_with_three(costs):
    def add(count):
        for _ in range(count):
            make_user(f"user{User.objects.count()}", "Trần Thị Thí Dụ")

    costs(1, add=add, read=lambda: list(User.objects.all()))
    with pytest.raises(pytest.fail.Exception):
        costs(1, add=add, read=lambda: [User.objects.get(pk=user.pk) for user in User.objects.all()])


def test_a_named_chromium_is_taken(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/opt/chromium")
    assert find_chromium() == "/opt/chromium"
