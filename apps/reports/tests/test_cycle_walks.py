"""Whatever is done in whatever order: a report stands as its few rules say; the same content is never sent twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.activities.models import DirectFigure
from apps.reports.actions import Asked, answer, ask, receive, withdraw, write_prose
from apps.reports.content import digest, from_json
from apps.reports.enums import ReportState as State
from apps.reports.models import Prose, Question, Report, Version
from apps.reports.standing import standing_of
from apps.reports.tests.house import opened, sent, state
from tests.cast import Cast

texts = st.sampled_from(["", "Một", "Hai"])
acts = st.one_of(
    st.tuples(st.just("figure"), st.none() | st.integers(0, 1)),
    st.tuples(st.just("prose"), texts),
    *(st.tuples(st.just(act), st.none()) for act in ("send", "send", "receive", "ask", "answer", "withdraw")),
)


@dataclass
class Model:
    """The rules, written down a second time without a database."""

    figure: int | None = None
    prose: str = ""
    state: State = State.DRAFT
    versions: list[tuple[int | None, str]] = field(default_factory=list)
    open: int = 0
    received: bool = False

    @property
    def changed(self) -> bool:
        return bool(self.versions) and self.versions[-1] != (self.figure, self.prose)

    @property
    def shown(self) -> State:
        return State.STALE if self.state == State.RECEIVED and self.changed else self.state

    def send(self) -> str | None:
        if self.open:
            return "open_questions"
        if not self.versions or self.changed:
            self.versions.append((self.figure, self.prose))
            self.state, self.received = State.SENT, False
        elif self.state == State.TO_COMPLETE:
            self.state = State.SENT
        return None

    def receive(self) -> str | None:
        if self.state == State.TO_COMPLETE:
            return "to_complete"
        if self.changed:
            return "changed"
        self.state, self.received = State.RECEIVED, True
        return None

    def ask(self) -> None:
        self.open, self.state = self.open + 1, State.TO_COMPLETE

    def answer(self) -> None:
        self.open = 0

    def withdraw(self) -> None:
        if self.open:
            self.open, self.state = 0, State.RECEIVED if self.received else State.SENT


def change(cast: Cast, model: Model, act: str, value: Any) -> None:
    if act == "figure":
        model.figure = value
        DirectFigure.objects.filter(office=cast.office).delete()
        if value is not None:
            state(cast, cast.office, "voters", value)
    else:
        model.prose = value
        seen = Prose.objects.filter(section="plan").values_list("version", flat=True).first() or 0
        write_prose(
            period=cast.first_half, office=cast.office, section="plan", text=value, version=seen, by=cast.clerk
        )  # fmt: skip


def carry_out(cast: Cast, act: str) -> str | None:
    """The code of the refusal, if there was one."""
    report = Report.objects.filter(office=cast.office).select_related("current").first()
    try:
        if act == "send":
            sent(cast)
        elif act == "receive":
            assert report is not None
            assert report.current is not None
            receive(version=report.current, by=cast.secretary)
        elif act == "ask":
            assert report is not None
            ask(report=report, questions=[Asked(text=f"Câu {Question.objects.count()}")], by=cast.secretary)
        else:
            for question in Question.objects.open():
                if act == "answer":
                    answer(question=question, text="Đúng", by=cast.clerk)
                else:
                    withdraw(question=question, by=cast.secretary)
    except ValidationError as refusal:
        return str(refusal.code)
    return None


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(acts, min_size=4, max_size=10))
def test_a_report_stands_as_its_rules_say(cast: Cast, walk: list[tuple[str, Any]]) -> None:
    with transaction.atomic():
        opened(cast)
        model = Model()
        for act, value in walk:
            if act in ("figure", "prose"):
                change(cast, model, act, value)
            elif act == "send" or model.versions:
                assert carry_out(cast, act) == getattr(model, act)()
            found = standing_of(cast.first_half, cast.office)
            assert (found.state, found.changed, found.open_questions) == (model.shown, model.changed, model.open)
            assert found.difference.is_empty is not found.changed or not model.versions
        versions = list(Version.objects.filter(report__office=cast.office))
        assert [each.number for each in versions] == [*range(1, len(model.versions) + 1)]
        assert all(digest(from_json(each.content)) == each.digest for each in versions)
        hashes = [each.digest for each in versions]
        assert all(one != next_one for one, next_one in pairwise(hashes))
        transaction.set_rollback(True)
