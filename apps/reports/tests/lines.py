"""Figures of an office as plain values, for tests of what is pure."""

from apps.indicators.enums import FigureState, Origin
from apps.indicators.reading import Figure
from apps.reports.checks.line import Line, Named, Relations

MISSING, NONE = Figure(), Figure(state=FigureState.NONE, origin=Origin.STATED)


def value(number: int, *, counted: int | None = None, stated: int | None = None) -> Figure:
    return Figure(state=FigureState.VALUE, value=number, origin=Origin.STATED, counted=counted, stated=stated)


def figure(said: int | str | None) -> Figure:
    """A number; None for none (“không phát sinh”); "" for what is missing."""
    if said is None:
        return NONE
    return MISSING if isinstance(said, str) else value(said)


def figures(**said: int | str | None) -> dict[str, Figure]:
    return {code: figure(each) for code, each in said.items()}


RELATIONS = Relations(
    named={
        "meetings": Named("Tiếp xúc cử tri"), "before": Named("Trước kỳ họp"), "after": Named("Sau kỳ họp"),
        "voters": Named("Lượt cử tri"), "opinions": Named("Kiến nghị"), "centre": Named("Chuyển TW"),
        "province": Named("Chuyển ĐP"), "answered": Named("ĐP trả lời"),
        "petitions": Named("Đơn"), "eligible": Named("Đủ điều kiện"), "ineligible": Named("Không đủ"),
        "headcount": Named("Số người", is_count=False), "registered": Named("Đăng ký", is_count=False),
        "gift_value": Named("Giá trị quà", is_count=False),
    },
    parts=(
        ("meetings", ("before", "after")), ("opinions", ("centre", "province")), ("province", ("answered",)),
        ("petitions", ("eligible", "ineligible")),
    ),
    complete=(("petitions", ("eligible", "ineligible")),),
    in_levels=(("opinions", ("centre", "province")),),
    without=(("voters", "meetings"),),
)  # fmt: skip


def line(**said: int | str | None) -> Line:
    return Line(figures(**said))
