"""Laws of the canonical form: equal content has one hash, every change another; differences lead to the second."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from apps.reports.content import (
    Content,
    Difference,
    FigureLine,
    JustificationLine,
    RecordLine,
    TaskLine,
    apply,
    as_text,
    difference,
    digest,
    from_json,
    to_json,
)
from apps.reports.content.values import plain

slugs = st.sampled_from(["voters", "gifts", "headcount", "registered", "opinions"])
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
numbers = st.integers(0, 10**12)
ids = st.integers(1, 9)
figures = st.one_of(
    st.builds(FigureLine, st.just("value"), numbers, st.sampled_from(["actual", "estimated", "planned"])),
    st.builds(FigureLine, st.just("none")),
    st.builds(FigureLine, st.just("value"), st.none(), st.just("actual"), numbers, numbers),
)
records = st.builds(
    RecordLine, ids, st.sampled_from(["supervision", "defined-3"]), texts,
    st.dates(date(2019, 1, 1), date(2019, 6, 30)), st.dictionaries(ids, ids, max_size=2),
)  # fmt: skip
justifications = st.builds(JustificationLine, texts, texts)
tasks = st.builds(TaskLine, st.sampled_from(["done", "under_way", "not_begun"]), texts, texts)
shas = st.sampled_from(["a" * 64, "b" * 64, "c" * 64])
lines = st.sampled_from(["record 1", "record 2", "figure voters 2019-01-01 2019-06-30"])
contents = st.builds(
    Content,
    figures=st.dictionaries(slugs, figures, max_size=4),
    records=st.dictionaries(ids, records, max_size=4),
    prose=st.dictionaries(st.sampled_from(["advantages", "plan", "proposals"]), texts, max_size=3),
    justifications=st.dictionaries(st.tuples(slugs, slugs), justifications, max_size=3),
    files=st.dictionaries(lines, st.dictionaries(shas, texts, max_size=2), max_size=3),
    tasks=st.dictionaries(ids, tasks, max_size=3),
    notes=st.dictionaries(lines, texts, max_size=2),
)
PARTS = ("figures", "records", "prose", "justifications", "files", "tasks", "notes")


def shuffled(value: Any, by: Random) -> Any:
    """The same, in another order of all its keys."""
    if not isinstance(value, Mapping):
        return value
    keys = list(value)
    by.shuffle(keys)
    return {key: shuffled(value[key], by) for key in keys}


@given(contents)
def test_the_canonical_form_comes_back(content: Content) -> None:
    kept = to_json(content)
    assert from_json(kept) == content
    assert from_json(json.loads(json.dumps(kept))) == content
    assert to_json(from_json(kept)) == kept
    assert as_text(from_json(kept)) == as_text(content)


@given(contents, st.randoms(use_true_random=False))
def test_order_and_blanks_around_json_do_not_matter(content: Content, by: Random) -> None:
    loose = json.dumps(shuffled(to_json(content), by), indent=3, ensure_ascii=True)
    assert digest(from_json(json.loads(loose))) == digest(content)
    assert digest(Content(**{name: shuffled(getattr(content, name), by) for name in PARTS})) == digest(content)


@given(contents, contents)
def test_the_hash_is_equal_exactly_where_the_content_is(one: Content, other: Content) -> None:
    assert (digest(one) == digest(other)) == (one == other) == difference(one, other).is_empty


@given(contents, contents)
def test_a_difference_leads_from_the_first_to_the_second(before: Content, after: Content) -> None:
    changes = difference(before, after)
    assert apply(before, changes) == after
    assert digest(apply(before, changes)) == digest(after)
    assert apply(after, difference(after, before)) == before


@given(contents)
def test_nothing_differs_from_itself(content: Content) -> None:
    assert difference(content, content) == Difference()
    assert difference(content, content).is_empty
    assert apply(content, Difference()) == content


@given(contents, contents)
def test_a_difference_holds_the_changed_lines_and_no_others(before: Content, after: Content) -> None:
    changes = difference(before, after)
    for name in PARTS:
        was, now, told = getattr(before, name), getattr(after, name), getattr(changes, name)
        assert set(told) == {key for key in {*was, *now} if was.get(key) != now.get(key)}
        for key, change in told.items():
            assert (change.before, change.after) == (was.get(key), now.get(key))
            assert (change.is_added, change.is_removed) == (key not in was, key not in now)
    assert changes.count == sum(len(getattr(changes, name)) for name in PARTS)


@given(contents, contents, contents)
def test_a_difference_is_not_applied_to_something_else(before: Content, after: Content, other: Content) -> None:
    changes = difference(before, after)
    touched = [name for name in PARTS for key in getattr(changes, name)
               if getattr(other, name).get(key) != getattr(before, name).get(key)]  # fmt: skip
    assume(touched)
    with pytest.raises(ValueError, match="the difference begins with"):
        apply(other, changes)


@given(texts)
def test_text_is_brought_into_one_form_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(texts, st.sampled_from(["\n", "\r\n", "\r"]), st.text(" \t\u00a0", max_size=3))
def test_line_ends_and_blanks_at_ends_do_not_matter(text: str, end: str, blanks: str) -> None:
    typed = Content(prose={"plan": f"{blanks}Một{blanks}\nHai {text}"})
    again = Content(prose={"plan": f"Một{end}Hai {text}{end}{blanks}"})
    assert digest(typed) == digest(again)


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert digest(Content(prose={"plan": "Kế hoạch"})) == digest(Content(prose={"plan": "Kế hoạch"}))
    assert Content(prose={"plan": "  \n "}) == Content()
    assert Content(files={"record 1": {}}) == Content()


WHOLE = Content(
    figures={"voters": FigureLine("value", 5), "rate": FigureLine("value", None, "actual", 3, 4)},
    records={1: RecordLine(1, "supervision", "Giám sát", date(2019, 3, 1), {7: 1})},
    prose={"plan": "Kế hoạch"},
    justifications={("limit", "voters"): JustificationLine("Vượt", "Đúng")},
    files={"record 1": {"a" * 64: "Biên bản.pdf"}},
    tasks={1: TaskLine("done", "Xong")},
)
RECORD, FIGURE, RATE = WHOLE.records[1], WHOLE.figures["voters"], WHOLE.figures["rate"]
CHANGES: dict[str, dict[str, Any]] = {
    "another value": {"figures": {**WHOLE.figures, "voters": replace(FIGURE, value=6)}},
    "zero instead of none": {"figures": {**WHOLE.figures, "voters": FigureLine("value", 0)}},
    "none": {"figures": {**WHOLE.figures, "voters": FigureLine("none")}},
    "missing": {"figures": {"rate": RATE}},
    "another status": {"figures": {**WHOLE.figures, "voters": replace(FIGURE, status="planned")}},
    "another numerator": {"figures": {**WHOLE.figures, "rate": replace(RATE, numerator=4)}},
    "another denominator": {"figures": {**WHOLE.figures, "rate": replace(RATE, denominator=5)}},
    "a newer record": {"records": {1: replace(RECORD, version=2)}},
    "another day": {"records": {1: replace(RECORD, day=date(2019, 3, 2))}},
    "another title": {"records": {1: replace(RECORD, title="Khảo sát")}},
    "another kind": {"records": {1: replace(RECORD, kind="survey")}},
    "a newer recommendation": {"records": {1: replace(RECORD, parts={7: 2})}},
    "one more recommendation": {"records": {1: replace(RECORD, parts={7: 1, 8: 1})}},
    "another record": {"records": {2: RECORD}},
    "no record": {"records": {}},
    "other words": {"prose": {"plan": "Kế hoạch khác"}},
    "a line more": {"prose": {"plan": "Kế\nhoạch"}},
    "words elsewhere": {"prose": {"proposals": "Kế hoạch"}},
    "another justification": {"justifications": {("limit", "voters"): JustificationLine("Vượt", "Đúng rồi")}},
    "another objection": {"justifications": {("limit", "voters"): JustificationLine("Vượt xa", "Đúng")}},
    "a justification of something else": {"justifications": {("limit", "gifts"): JustificationLine("Vượt", "Đúng")}},
    "another file": {"files": {"record 1": {"b" * 64: "Biên bản.pdf"}}},
    "another name": {"files": {"record 1": {"a" * 64: "Biên bản 2.pdf"}}},
    "a file elsewhere": {"files": {"record 2": {"a" * 64: "Biên bản.pdf"}}},
    "less done": {"tasks": {1: TaskLine("under_way", "Xong")}},
    "another note": {"tasks": {1: TaskLine("done", "Xong sớm")}},
    "another task": {"tasks": {2: TaskLine("done", "Xong")}},
    "another wording of a task": {"tasks": {1: TaskLine("done", "Xong", "Tổ chức hội nghị")}},
    "a note of a figure": {"notes": {"figure voters 2019-01-01 2019-06-30": "Tính cả hội nghị ngày 02/4"}},
}


@pytest.mark.parametrize("what", [*CHANGES])
def test_every_single_change_shows(what: str) -> None:
    changed = replace(WHOLE, **CHANGES[what])
    assert digest(changed) != digest(WHOLE)
    assert difference(WHOLE, changed).count >= 1
    assert apply(WHOLE, difference(WHOLE, changed)) == changed


def test_the_hash_of_what_was_sent_stays_whatever_the_program_learns() -> None:
    """Golden values: a later program that hashes differently would make every received report stale."""
    assert digest(Content()) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert as_text(Content()) == "{}"
    assert as_text(WHOLE) == (
        '{"figures":{"rate":{"denominator":4,"numerator":3,"state":"value","status":"actual"},'
        '"voters":{"state":"value","status":"actual","value":5}},'
        '"files":{"record 1":{"' + "a" * 64 + '":"Biên bản.pdf"}},'
        '"justifications":{"limit/voters":{"objection":"Vượt","text":"Đúng"}},'
        '"prose":{"plan":"Kế hoạch"},'
        '"records":{"1":{"day":"2019-03-01","kind":"supervision","parts":{"7":1},"title":"Giám sát","version":1}},'
        '"tasks":{"1":{"note":"Xong","state":"done"}}}'
    )
    more = Content(tasks={1: TaskLine("done", "", "Việc")}, notes={"figure voters 2019-01-01 2019-06-30": "Ghi chú"})
    assert as_text(more) == (
        '{"notes":{"figure voters 2019-01-01 2019-06-30":"Ghi chú"},'
        '"tasks":{"1":{"note":"","state":"done","text":"Việc"}}}'
    )
