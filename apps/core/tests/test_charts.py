import re
from xml.etree import ElementTree

import pytest

from apps.core.charts import Bar, Pair, compare_columns, simple_bars, sparkline, stacked_bars
from apps.core.tokens import tokens

BARS = [
    Bar(label="Cà Mau", values=(9, 7)),
    Bar(label="Hậu Giang", values=(7, 5)),
    Bar(label="Cụm", values=(None, None)),
]
SERIES = ("trước", "sau")


def drawings(html):
    return [ElementTree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]


def test_a_page_gets_a_wide_and_a_narrow_drawing_that_say_the_same():
    wide, narrow = drawings(stacked_bars(title="TXCT", bars=BARS, series=SERIES))
    assert (wide.get("class"), narrow.get("class")) == ("chart-wide", "chart-narrow")
    assert wide.get("aria-label") == narrow.get("aria-label")
    assert "Cà Mau 16 (trước 9, sau 7)" in wide.get("aria-label")
    assert wide.get("role") == "img"


def test_bars_are_as_long_as_their_values():
    wide, _narrow = drawings(stacked_bars(title="TXCT", bars=BARS, series=SERIES))
    widths = [float(rect.get("width")) + 2 for rect in wide.iter("rect")]
    assert len(widths) == 4
    assert widths[0] / widths[1] == pytest.approx(9 / 7, rel=0.01)
    assert widths[1] == widths[2]  # seven is seven, whatever it counts


def test_missing_is_said_not_drawn_as_zero(settings):
    wide, _narrow = drawings(stacked_bars(title="TXCT", bars=BARS[2:], series=SERIES))
    assert not list(wide.iter("rect"))
    assert [text.get("class") for text in wide.iter("text")] == ["chart-label", "chart-missing"]


def test_on_paper_the_colours_are_written_out():
    svg = stacked_bars(title="TXCT", bars=BARS, series=SERIES, palette="paper")
    (paper,) = drawings(svg)
    assert "class=" not in svg
    assert f'fill="{tokens("light")["data-1"]}"' in svg
    assert paper.get("width") == "640"


@pytest.mark.parametrize("palette", ["page", "paper"])
def test_nothing_is_written_inline_and_words_are_escaped(palette):
    svg = simple_bars(title="<script>", values=[("A & B", 3)], palette=palette)
    assert "style=" not in svg
    assert "<script>" not in svg
    assert "A &amp; B" in svg


def test_no_text_is_smaller_than_13_px_where_it_is_shown():
    """The wide drawing is shown from 34rem on (544 px of 640), the narrow one from 290 px on (of 320)."""
    charts = stacked_bars(title="TXCT", bars=BARS, series=SERIES) + compare_columns(
        title="So", pairs=[Pair(label="Giám sát", before=17, now=20)] * 4, before_label="2018", now_label="2019"
    )
    for drawing in drawings(charts):
        scale = 290 / 320 if drawing.get("class") == "chart-narrow" else 544 / 640
        for text in drawing.iter("text"):
            assert float(text.get("font-size")) * scale >= 13, text.text


def test_text_stays_inside_the_drawing():
    for drawing in drawings(simple_bars(title="x", values=[("Hoạt động chung của Cụm thi đua số 9", 1_234_567)])):
        width = float(drawing.get("viewBox").split()[2])
        for text in drawing.iter("text"):
            if text.get("text-anchor") == "start":
                assert float(text.get("x")) + len(text.text) * float(text.get("font-size")) * 0.55 <= width


def test_wrong_input_is_refused():
    with pytest.raises(ValueError, match="one for each series"):
        stacked_bars(title="x", bars=[Bar(label="A", values=(1,))], series=SERIES)
    with pytest.raises(ValueError, match="negative"):
        simple_bars(title="x", values=[("A", -1)])
    with pytest.raises(ValueError, match="palette"):
        simple_bars(title="x", values=[("A", 1)], palette="screen")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="two or more"):
        sparkline(title="x", values=[1])


def test_a_pair_says_both_periods_and_what_is_missing():
    wide, narrow = drawings(
        compare_columns(
            title="So với cùng kỳ",
            pairs=[Pair(label="Giám sát", before=17, now=20), Pair(label="Tiếp công dân", before=None, now=32)],
            before_label="2018",
            now_label="2019",
        )
    )
    assert "Giám sát: 2018 17, 2019 20" in wide.get("aria-label")
    assert "thiếu" in [text.text for text in narrow.iter("text")]
    assert len(list(wide.iter("rect"))) == 3


def test_all_zero_draws_no_bar_and_does_not_divide_by_zero():
    wide, _narrow = drawings(simple_bars(title="x", values=[("A", 0)]))
    assert not list(wide.iter("rect"))
    assert "0" in [text.text for text in wide.iter("text")]
