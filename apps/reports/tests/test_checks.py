"""What each check objects to, and what it leaves in peace."""

from dataclasses import replace

import pytest
from django.utils import translation

from apps.reports.checks.between import check
from apps.reports.checks.findings import RULES, Finding
from apps.reports.checks.line import Line
from apps.reports.enums import Severity
from apps.reports.tests.lines import RELATIONS, figures, line, value

BLOCK, WARN, INFO = Severity.BLOCK, Severity.WARN, Severity.INFO


def told(of: Line) -> list[tuple[str, str, Severity]]:
    return [(each.rule, each.subject, each.severity) for each in check(of, RELATIONS)]


def only(of: Line) -> Finding:
    (found,) = check(of, RELATIONS)
    return found


@pytest.fixture(autouse=True)
def in_vietnamese() -> None:
    translation.activate("vi")


def test_nothing_to_say() -> None:
    assert told(line()) == []
    assert told(line(meetings=3, before=1, after=2, voters=90, opinions=4, centre=1, province=3, answered=0)) == []
    assert told(line(meetings=3, before=1)) == []  # a part alone: the rest may still come
    assert told(line(meetings=None, voters=0, headcount=12, registered=12)) == []
    assert told(line(before=5, answered=4)) == []  # without the whole there is nothing to compare with


@pytest.mark.parametrize("whole", [2, 0, None])
def test_a_part_more_than_its_whole(whole: int | None) -> None:
    assert told(line(province=whole, answered=3)) == [("part", "answered", BLOCK)]


def test_words_name_figures_and_values() -> None:
    found = only(line(opinions=1200, centre=1300))
    assert found.text == "“Chuyển TW” (1.300) lớn hơn “Kiến nghị” (1.200), mà chỉ là một phần của chỉ tiêu này."
    assert found.label == "Thành phần lớn hơn tổng số"
    with translation.override("en"):
        assert found.text.startswith("“Chuyển TW” (1,300) is more than")
        assert found.objection.startswith("“Chuyển TW” (1.300) lớn hơn")  # the same whoever reads


def test_parts_together_more_than_their_whole() -> None:
    assert told(line(meetings=3, before=2, after=2)) == [("parts-before", "meetings", BLOCK)]
    assert told(line(meetings=3, before=4, after=1)) == [("part", "before", BLOCK)]  # said once


def test_levels_that_do_not_make_up_their_whole() -> None:
    assert told(line(opinions=10, centre=3, province=4)) == [("levels-centre", "opinions", INFO)]  # duplicates?
    assert told(line(petitions=10, eligible=3, ineligible=4)) == [("levels-eligible", "petitions", WARN)]
    assert told(line(petitions=7, eligible=3, ineligible=4)) == []
    assert told(line(opinions=10, centre=3)) == []  # one level is not known yet
    assert told(line(meetings=9, before=1, after=1)) == []  # some meetings are tied to no session


@pytest.mark.parametrize("meetings", [0, None])
def test_voters_without_a_meeting(meetings: int | None) -> None:
    assert told(line(meetings=meetings, voters=120)) == [("without", "voters", BLOCK)]


def test_more_registered_than_there_are() -> None:
    assert told(line(headcount=12, registered=13)) == [("registered", "registered", BLOCK)]


def test_stated_and_counted_differ() -> None:
    differing = Line({"meetings": value(4, counted=4, stated=6)})
    assert told(differing) == [("records", "meetings", WARN)]
    assert told(Line({"meetings": value(4, counted=4, stated=4)})) == []


def test_a_year_less_than_its_first_half() -> None:
    year = replace(line(meetings=3, headcount=9), first_half=figures(meetings=5, headcount=12))
    assert told(year) == [("year", "meetings", BLOCK)]  # people may become fewer
    assert told(replace(year, first_half=figures(meetings=3))) == []


@pytest.mark.parametrize(
    ("before", "now", "asks"), [(12, 16, False), (12, 17, True), (12, 8, False), (12, 7, True), (0, 9, False)]
)
def test_a_headcount_that_changed_by_more_than_a_third(before: int, now: int, asks: bool) -> None:
    found = told(replace(line(headcount=now), before=figures(headcount=before)))
    assert found == ([("headcount", "headcount", WARN)] if asks else [])


def test_unusual_beside_ones_own_past() -> None:
    past = [figures(voters=3), figures(voters=None), figures(), figures(voters=4)]
    assert told(replace(line(voters=40), past=past)) == [("unusual", "voters", WARN)]
    assert told(replace(line(voters=5), past=past)) == []
    assert told(replace(line(voters=40), past=past[:3])) == []  # two known periods: not enough to judge
    assert told(replace(line(), past=past)) == []  # what is missing is not unusual
    many = [figures(voters=40)] * 3
    assert told(replace(line(voters=None), past=many)) == [("unusual", "voters", WARN)]
    assert "40; 40; 40" in only(replace(line(voters=0), past=many)).text


def test_people_and_money_are_no_counts() -> None:
    past = [figures(headcount=12, gift_value=1_000_000)] * 4
    assert told(replace(line(headcount=120, gift_value=90_000_000), past=past)) == []


def test_a_part_as_unusual_as_its_whole_is_said_once() -> None:
    past = [figures(province=5, answered=4)] * 3
    assert told(replace(line(province=90, answered=80), past=past)) == [("unusual", "province", WARN)]
    assert told(replace(line(province=9, answered=0), past=[figures(province=9, answered=40)] * 3)) == [
        ("unusual", "answered", WARN)
    ]


def test_contradictions_come_first_and_every_rule_has_words() -> None:
    everything = Line(
        {
            **figures(before=9, meetings=3, opinions=9, centre=1, province=2, headcount=9, registered=10, answered=0),
            "voters": value(400, counted=400, stated=500),
        },
        past=[figures(voters=2)] * 3, before=figures(headcount=90), first_half=figures(meetings=4),
    )  # fmt: skip
    found = check(everything, RELATIONS)
    assert [each.severity for each in found] == sorted((each.severity for each in found), key=list(Severity).index)
    assert {each.rule.partition("-")[0] for each in found} == set(RULES) - {"parts", "without"}
    assert len({(each.rule, each.subject) for each in found}) == len(found)
    for each in found:
        assert "%(" not in each.text
        assert each.needs_justification == (each.severity != INFO)
