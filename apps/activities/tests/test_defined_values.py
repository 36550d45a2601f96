"""What the fields of a defined kind hold: a truth table, limits, wrong types. No database."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from apps.activities.defined.sources import make
from apps.activities.defined.values import checked
from apps.activities.models import DefinedField

COMMA, QUOTES, LONG = "Trực tiếp, tập trung", "“Trực tuyến” \"Zoom\" 'x'", "a" * 100


def field(type_: str, **more: Any) -> DefinedField:
    return DefinedField(code="x", label="Ô", type=type_, **more)


WORDS = {"choices": [COMMA, QUOTES, LONG]}


@pytest.mark.parametrize(
    ("one", "value", "kept"),
    [
        (field("number"), 0, 0),
        (field("number"), 2_147_483_647, 2_147_483_647),
        (field("money"), 9_000_000_000_000_000, 9_000_000_000_000_000),
        (field("text"), "  Tin\u00a0bài ", "Tin bài"),
        (field("text"), "a" * 500, "a" * 500),
        (field("day"), date(2019, 5, 6), "2019-05-06"),
        (field("day"), "2019-05-06", "2019-05-06"),
        (field("choice", **WORDS), COMMA, COMMA),
        (field("choice", **WORDS), QUOTES, QUOTES),
        (field("choice", **WORDS), LONG, LONG),
        (field("yes"), True, True),
        (field("yes", required=True), False, None),
        *((field(type_), blank, None) for type_ in ("number", "text", "day", "choice") for blank in (None, "")),
    ],
)
def test_what_is_kept(one: DefinedField, value: object, kept: object) -> None:
    assert checked([one], {"x": value}) == ({} if kept is None else {"x": kept})


@pytest.mark.parametrize(
    ("one", "value"),
    [
        (field("number"), -1),
        (field("number"), 2_147_483_648),
        (field("number"), 1.5),
        (field("number"), 2.0),
        (field("number"), "12"),
        (field("number"), True),
        (field("money"), 9_000_000_000_000_001),
        (field("money"), float("inf")),
        (field("text"), "a" * 501),
        (field("text"), 5),
        (field("day"), "06/05/2019"),
        (field("day"), "2019-02-30"),
        (field("day"), 20190506),
        (field("choice", **WORDS), "Trực tiếp"),
        (field("yes"), "có"),
        (field("yes"), 1),
        (field("number", required=True), None),
        (field("text", required=True), "   "),
    ],
)
def test_what_is_refused(one: DefinedField, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        checked([one], {"x": value})
    assert list(refused.value.message_dict) == ["x"]
    assert "“Ô”" in refused.value.messages[0]


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError) as refused:
        checked([field("text")], {"khac": "1"})
    assert list(refused.value.message_dict) == ["khac"]


@pytest.mark.parametrize(
    "slug", ["defined-", "defined-x", "defined-1 ", "supervision", "", "defined--1", "defined-1.5"]
)
def test_no_source_is_made_of_another_slug(slug: str) -> None:
    assert make(slug) is None
