"""The grid's modules by themselves, in a browser: numbers, pasted blocks, undo and redo, the sending queue."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

STATIC = Path(__file__).parent.parent.parent / "static"
Cell = dict[str, Any]


@pytest.fixture(scope="module")
def run(browser: Browser) -> Iterator[Any]:
    """`run(module, expression, argument)` has the module's exports as `m`, the argument as `a`; no server."""

    def answer(route: Route) -> None:
        path = STATIC / route.request.url.removeprefix("http://modules.test/")
        body = path.read_text() if path.suffix == ".js" else "<!doctype html>"
        route.fulfill(body=body, content_type="text/javascript" if path.suffix == ".js" else "text/html")

    page = browser.new_page()
    page.route("http://modules.test/**", answer)
    page.goto("http://modules.test/")

    def call(module: str, expression: str, argument: object = None) -> Any:
        script = f"async a => {{ const m = await import('/js/grid/{module}.js'); return ({expression}); }}"
        return page.evaluate(script, argument)

    yield call
    page.close()


def value(number: int) -> Cell:
    return {"state": "value", "value": number}


NONE, MISSING = {"state": "none"}, {"state": "missing"}


def refused(error: str, text: str) -> Cell:
    return {"state": "refused", "error": error, "text": text}


READ: list[tuple[str, Cell]] = [
    ("0", value(0)),
    ("12", value(12)),
    ("+7", value(7)),
    ("007", value(7)),
    ("1.200", value(1200)),
    ("1.200.000", value(1_200_000)),
    ("1 200 000", value(1_200_000)),
    ("1\u00a0200", value(1200)),
    ("1,200,000", value(1_200_000)),
    (" 2.537 ", value(2537)),
    ("'15", value(15)),
    ("12,00", value(12)),
    ("1.200,0", value(1200)),
    ("-", NONE),
    ("–", NONE),
    (" -   ", NONE),
    ("Không", NONE),
    ("không phát sinh", NONE),
    ("Kho\u0302ng", NONE),
    ("", MISSING),
    (" \u00a0 ", MISSING),
    ("1,5", refused("decimal", "1,5")),
    ("1.5", refused("decimal", "1.5")),
    ("0.500", refused("decimal", "0.500")),
    ("1.234.567,8", refused("decimal", "1.234.567,8")),
    ("1.200,000", refused("decimal", "1.200,000")),
    ("05/07/2019", refused("day", "05/07/2019")),
    ("5/7", refused("day", "5/7")),
    ("2019-07-05", refused("day", "2019-07-05")),
    ("05.07.2019", refused("day", "05.07.2019")),
    ("-5", refused("negative", "-5")),
    ("(1.200)", refused("negative", "(1.200)")),
    ("80%", refused("percent", "80%")),
    ("9007199254740992", refused("large", "9007199254740992")),
    ("1.20.000", refused("text", "1.20.000")),
    ("12 cuộc", refused("text", "12 cuộc")),
    ("#REF!", refused("text", "#REF!")),
]


def test_numbers_are_read_as_offices_write_them(run: Any) -> None:
    found = run("parse", "a.map(each => m.parseValue(each))", [text for text, _ in READ])
    assert [(text, each) for (text, _), each in zip(READ, found, strict=True)] == READ
    assert run("parse", "a.map(each => m.writeNumber(each))", [0, 999, 1200, 1_200_000]) == [
        *("0", "999", "1.200", "1.200.000"),
    ]


BLOCKS: list[tuple[str, list[list[str]]]] = [
    ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
    ("1\t2\n3\t4", [["1", "2"], ["3", "4"]]),
    ("1\r2\r", [["1"], ["2"]]),
    ("5", [["5"]]),
    ("\t", [["", ""]]),
    ("1\n\n2\n", [["1"], [""], ["2"]]),
    ("1\t2\n3", [["1", "2"], ["3", ""]]),
    ('"two\nlines"\t2\n3\t4\n', [["two\nlines", "2"], ["3", "4"]]),
    ('"a ""b"""\t"1\t2"', [['a "b"', "1\t2"]]),
    ('"open\t2', [['"open', "2"]]),
    ('5" pipe\t"x"y', [['5" pipe', '"x"y']]),
    ("", [[""]]),
]


def test_blocks_of_spreadsheets_are_read(run: Any) -> None:
    found = run("parse", "a.map(each => m.parseBlock(each))", [text for text, _ in BLOCKS])
    assert [(text, each) for (text, _), each in zip(BLOCKS, found, strict=True)] == BLOCKS
    back = [["1200", "-"], ["", 'a\n"b"']]
    assert run("parse", "m.parseBlock(m.writeBlock(a))", back) == back


MODEL = """(() => {
  const rows = [{id: "x", label: "X"}, {id: "y", label: "Y"}, {id: "z", label: "Z"}];
  const columns = [{id: "a", label: "A"}, {id: "b", label: "B"}];
  const cells = {};
  for (const row of rows) for (const column of columns) cells[row.id + "|" + column.id] = {
    state: "missing", value: null, status: "actual", note: "", locked: "", seen: null };
  cells["x|a"] = { ...cells["x|a"], state: "value", value: 1, status: "estimated", note: "of the day" };
  cells["z|b"] = { ...cells["z|b"], state: "value", value: 9, locked: "counted" };
  return new m.Model({ rows, columns, cells });
})()"""


def test_steps_are_taken_back_and_done_again(run: Any) -> None:
    state = "['x|a', 'y|a', 'z|b'].map(key => model.content(key).value)"
    script = f"""(() => {{
      const model = {MODEL}, seen = [];
      const set = (key, value) => ({{ key, content: {{ state: "value", value, status: "actual", note: "" }} }});
      const look = said => seen.push([said, {state}]);
      model.apply([set("x|a", 5), set("y|a", 6), set("z|b", 7)]); look("one step; the locked cell stays");
      model.apply([set("y|a", 8)]); look("a second");
      model.apply([set("y|a", 8)]); look("nothing new is no step");
      model.undo(); look("second back");
      model.undo(); look("first back");
      look(model.undo() === null ? "no more" : "a step too many");
      model.redo(); look("first again");
      model.apply([set("x|a", 2)]); look("another way");
      look(model.redo() === null ? "no way back to the second" : "redo after a change");
      return seen;
    }})()"""
    assert run("model", script) == [
        ["one step; the locked cell stays", [5, 6, 9]],
        ["a second", [5, 8, 9]],
        ["nothing new is no step", [5, 8, 9]],
        ["second back", [5, 6, 9]],
        ["first back", [1, None, 9]],
        ["no more", [1, None, 9]],
        ["first again", [5, 6, 9]],
        ["another way", [2, 6, 9]],
        ["no way back to the second", [2, 6, 9]],
    ]


def test_undo_leaves_alone_what_somebody_else_changed(run: Any) -> None:
    script = f"""(() => {{
      const model = {MODEL};
      const set = (key, value) => ({{ key, content: {{ state: "value", value, status: "actual", note: "" }} }});
      model.apply([set("x|a", 5), set("y|a", 6)]);
      for (const [key, value] of [["x|a", 5], ["y|a", 77]]) {{
        model.drafts.delete(key);
        model.learn(key, {{ ...model.cells.get(key), state: "value", value, status: "actual", note: "" }});
      }}
      const {{ changes, skipped }} = model.undo();
      return [changes.map(each => each.key), skipped, model.content("y|a").value];
    }})()"""
    assert run("model", script) == [["x|a"], 1, 77]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ([0, 0], [2, 0], [["y|a", "value", 1, "estimated", ""], ["z|a", "value", 1, "estimated", ""]]),
        ([1, 0], [1, 0], [["y|a", "value", 1, "estimated", ""]]),
        ([0, 0], [0, 1], []),
        ([1, 1], [2, 1], [["z|b", "missing", None, "actual", ""]]),
    ],
)
def test_fill_down(run: Any, start: list[int], end: list[int], expected: list[list[object]]) -> None:
    script = f"""{MODEL}.filledDown({{ r: a[0][0], c: a[0][1] }}, {{ r: a[1][0], c: a[1][1] }})
      .map(({{ key, content: c }}) => [key, c.state, c.value, c.status, c.note])"""
    assert run("model", script, [start, end]) == expected


PLANS: list[tuple[list[list[str]], list[int], list[int], dict[str, int], bool]] = [
    ([["3", "4"]], [1, 0], [1, 0], {"new": 2}, True),
    ([["-", ""]], [1, 0], [1, 0], {"new": 1, "blank": 1}, True),
    ([["3"]], [1, 0], [2, 0], {"new": 2}, True),
    ([["3", "4"]], [0, 0], [0, 0], {"new": 1, "replaced": 1}, False),
    ([["1", "4"]], [0, 0], [0, 0], {"new": 1, "same": 1}, True),
    ([["", "4"]], [0, 0], [0, 0], {"new": 1, "clears": 1}, False),
    ([["3", "1,5"]], [1, 0], [1, 0], {"new": 1, "refused": 1}, False),
    ([["3", "4", "5"]], [1, 0], [1, 0], {"new": 2, "outside": 1}, False),
    ([["3", "4", ""]], [1, 0], [1, 0], {"new": 2, "blank": 1}, True),
    ([["3", "4"]], [2, 0], [2, 0], {"new": 1, "locked": 1}, False),
    ([["3", "9"]], [2, 0], [2, 0], {"new": 1, "same": 1}, True),
]


@pytest.mark.parametrize(("block", "start", "end", "counts", "at_once"), PLANS)
def test_what_a_paste_would_do(
    run: Any, block: list[list[str]], start: list[int], end: list[int], counts: dict[str, int], at_once: bool
) -> None:
    script = f"""(async () => {{
      const {{ planPaste, landsAtOnce }} = await import("/js/grid/paste.js");
      const place = ([r, c]) => ({{ r, c }});
      const plan = planPaste({MODEL}, a[0], place(a[1]), place(a[2]));
      return [Object.fromEntries(Object.entries(plan.counts).filter(([, count]) => count)), landsAtOnce(plan)];
    }})()"""
    found = run("model", f"await {script}", [block, start, end])
    assert found == [counts, at_once]


NAMED: list[tuple[list[list[str]], list[tuple[str, str]]]] = [
    ([["Y", "3"], ["X", "4"]], [("y|a", "3"), ("x|a", "4")]),
    ([["TT", "Đơn vị", "b"], ["1", "Đoàn ĐBQH tỉnh Y", "7"]], [("y|b", "7")]),
    ([["B", "A"], ["1", "2"]], [("x|b", "1"), ("x|a", "2")]),
    ([["", "A (cuộc)"], ["Z", "5"], ["Tổng cộng", "9"]], [("z|a", "5"), ("", "9")]),
]


@pytest.mark.parametrize(("block", "expected"), NAMED)
def test_a_block_with_headings_says_where_it_belongs(
    run: Any, block: list[list[str]], expected: list[tuple[str, str]]
) -> None:
    script = f"""(async () => {{
      const {{ planPaste, landsAtOnce }} = await import("/js/grid/paste.js");
      const plan = planPaste({MODEL}, a, {{ r: 0, c: 0 }});
      return [plan.named, landsAtOnce(plan), plan.lines.map(({{ key, text }}) => [key ?? "", text])];
    }})()"""
    assert run("model", f"await {script}", block) == [True, False, [list(each) for each in expected]]


QUEUE = """(() => {
  const sent = [], kept = [], results = [];
  const answers = [...a];
  const place = { indicator: "i", from: "f", to: "t" };
  const told = { ...place, state: "value" };
  const entry = (office, value, seen = null) => ({ ...told, id: `${office}-${value}`, office, value, seen });
  const queue = new m.Queue({
    post: async (entries) => {
      sent.push(entries.map(({ office, value, seen }) => [office, value, seen]));
      const said = answers.shift() ?? "saved";
      if (said === "down" || said === "signin") return { kind: said };
      await new Promise((go) => setTimeout(go, 30));
      const seen = sent.length * 100;
      const results = entries.map((each) => ({ id: each.id, result: said, cell: { ...each, seen } }));
      return { kind: "ok", answer: { results } };
    },
    keep: (entries) => kept.push(entries.map(({ office, value }) => [office, value])),
    onState: () => {},
    onResult: ({ result, entry, newer }) => results.push([result.result, entry.value, newer]),
    onAnswer: () => {},
  });
  const rest = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));
  return { queue, sent, kept, results, entry, rest };
})()"""


def story(run: Any, answers: list[str], steps: str) -> dict[str, Any]:
    script = f"""(async () => {{
      const {{ queue, sent, kept, results, entry, rest }} = {QUEUE};
      {steps}
      return {{ sent, kept: kept.at(-1), results, state: queue.state, waiting: queue.waiting }};
    }})()"""
    return dict(run("queue", f"await {script}", answers))


def test_one_step_is_one_sending(run: Any) -> None:
    found = story(run, [], "queue.put([entry('x', 1), entry('y', 2)]); await rest(80);")
    assert found["sent"] == [[["x", 1, None], ["y", 2, None]]]
    assert (found["kept"], found["state"], found["waiting"]) == ([], "idle", 0)


def test_a_newer_value_follows_the_one_under_way_and_has_seen_its_answer(run: Any) -> None:
    steps = """queue.put([entry('x', 1)]); await rest(15);
      queue.put([entry('x', 2)]); queue.put([entry('x', 3)]); await rest(120);"""
    found = story(run, [], steps)
    assert found["sent"] == [[["x", 1, None]], [["x", 3, 100]]]
    assert found["results"] == [["saved", 1, True], ["saved", 3, False]]


FOLLOWED: list[tuple[str, int | None, Cell, Cell, int | None]] = [
    ("saved", None, {"seen": None, **value(4)}, {"seen": 8, **value(4)}, 8),
    ("saved", 7, {"seen": 7, **value(4)}, {"seen": 8, **value(4)}, 8),
    ("saved", 7, {"seen": 7, **MISSING}, {"seen": None, **MISSING}, None),
    ("saved", 6, {"seen": 7, **value(4)}, {"seen": 8, **value(4)}, 6),  # began before something else
    ("saved", None, {"seen": None, **value(4)}, {"seen": 9, **value(5)}, None),  # somebody was there since
    ("conflict", None, {"seen": None, **value(4)}, {"seen": 8, **value(4)}, None),
]


@pytest.mark.parametrize(("said", "seen", "entry", "cell", "expected"), FOLLOWED)
def test_ones_own_answer_is_seen_by_whoever_edits_on(
    run: Any, said: str, seen: int | None, entry: Cell, cell: Cell, expected: int | None
) -> None:
    found = run("queue", "m.followed(a.seen, { result: a.result, entry: a.entry })", {
        "seen": seen, "entry": entry, "result": {"result": said, "cell": cell},
    })  # fmt: skip
    assert found == expected


def test_a_lost_answer_is_asked_for_again_before_what_is_newer(run: Any) -> None:
    steps = (
        "queue.put([entry('x', 1, 7)]); await rest(15); queue.put([entry('x', 2, 7)]); queue.resume(); await rest(120);"
    )
    found = story(run, ["down"], steps)
    assert found["sent"] == [[["x", 1, 7]], [["x", 1, 7]], [["x", 2, 200]]]
    assert found["kept"] == []


def test_a_newer_value_of_an_unsent_cell_takes_its_place_and_has_seen_no_more(run: Any) -> None:
    found = story(run, [], "queue.put([entry('x', 1, 7)]); queue.put([entry('x', 2, 9)]); await rest(80);")
    assert found["sent"] == [[["x", 2, 7]]]


def test_a_conflict_stays_in_the_box_until_it_is_decided(run: Any) -> None:
    found = story(run, ["conflict"], "queue.put([entry('x', 1, 7)]); await rest(80);")
    assert (found["kept"], found["waiting"]) == ([["x", 1]], 0)
    decided = (
        "queue.put([entry('x', 1, 7)]); await rest(80); queue.decide('x|i|f|t', { mine: %s, seen: 8 }); await rest(80);"
    )
    assert story(run, ["conflict"], decided % "true")["sent"] == [[["x", 1, 7]], [["x", 1, 8]]]
    theirs = story(run, ["conflict"], decided % "false")
    assert (theirs["sent"], theirs["kept"]) == ([[["x", 1, 7]]], [])


def test_an_ended_session_keeps_everything_until_somebody_signs_in(run: Any) -> None:
    steps = "queue.put([entry('x', 1)]); await rest(15); queue.put([entry('y', 2)]); await rest(60);"
    found = story(run, ["signin"], steps)
    assert (found["sent"], found["state"], found["kept"]) == ([[["x", 1, None]]], "signin", [["x", 1], ["y", 2]])
    again = story(run, ["signin"], f"{steps} queue.resume(); await rest(80);")
    assert again["sent"][1] == [["x", 1, None], ["y", 2, None]]
    assert again["kept"] == []


def test_no_more_than_five_hundred_cells_in_one_sending(run: Any) -> None:
    steps = "queue.put(Array.from({ length: 501 }, (_, n) => entry(`o${n}`, n))); await rest(200);"
    assert [len(each) for each in story(run, [], steps)["sent"]] == [500, 1]
