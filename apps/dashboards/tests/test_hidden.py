"""Before a period is published, nothing on a page tells a clerk another office's figures."""

import io
import re
from typing import Any

import openpyxl
import pytest

from apps.activities.tests.factories import VoterMeetingFactory
from apps.dashboards.tests.test_trail import get
from tests.cast import Cast

# Hậu Giang's: 6 supervisions stand nowhere alone; these do. 1237 in one meeting, 16 each in five others; 389 stated.
SECRETS = ("1.317", "1317", "1.237", "1237", "389")
NUMBERS_OF_RECORDS = re.compile(r"/records/\d+/|Việc số \d+")  # they may happen to be any number
PAGES = (
    "", "figures/", "figures/opinions/", "figures/opinions_centre/", "figures/reception_visits/",
    "figures/voter_meetings/", "figures/draft_laws/", "figures/registration_rate/",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("role", ["clerk", "head", "administrator"])
def test_no_page_shows_another_offices_figure(filled: Cast, client: Any, role: str, path: str) -> None:
    text = get(client, filled, role, path).content.decode()
    figures = NUMBERS_OF_RECORDS.sub("", text)
    assert [secret for secret in SECRETS if re.search(rf"(?<![\w.]){secret}(?![\w.])", figures)] == []
    for code in set(filled.offices) - {"bac-lieu"}:
        assert f"office={code}" not in text


def test_the_secrets_are_there_for_those_who_may_see_them(filled: Cast, client: Any) -> None:
    assert "1.317" in get(client, filled, "leader", "").content.decode()
    assert "389" in get(client, filled, "secretary", "figures/reception_visits/").content.decode()


def test_chart_and_shares_speak_of_the_others_together(filled: Cast, client: Any) -> None:
    text = get(client, filled, "clerk", "").content.decode()
    chart = text[text.index('<svg class="chart-wide"') : text.index("</svg>", text.index("chart-wide"))]
    assert "Bạc Liêu 4" in chart
    assert "05 văn phòng khác 17" in chart
    assert "Hậu Giang" not in chart
    lines = get(client, filled, "clerk", "figures/voter_meetings/").context["owners"]
    assert [(line.label, line.cell.text, line.share) for line in lines] == [
        ("Bạc Liêu", "4", "19%"), ("05 văn phòng khác", "17", "81%"),
    ]  # fmt: skip


def test_a_difference_of_another_office_is_not_told(filled: Cast, client: Any) -> None:
    assert "Chênh lệch" not in get(client, filled, "clerk", "").content.decode()
    assert "Chênh lệch" not in get(client, filled, "clerk", "figures/opinions/").content.decode()
    assert "Chênh lệch số liệu Kiên Giang" in get(client, filled, "leader", "").content.decode()


def cells(response: Any) -> list[Any]:
    page = openpyxl.load_workbook(io.BytesIO(response.content)).active
    assert page is not None
    return [cell for row in page.iter_rows(values_only=True) for cell in row if cell is not None]


@pytest.mark.parametrize(
    "path", ["overview.xlsx", "figures/opinions/records.xlsx", "figures/reception_visits/records.xlsx"]
)
def test_no_workbook_holds_another_offices_figure(filled: Cast, client: Any, path: str) -> None:
    hidden = cells(get(client, filled, "clerk", path))
    assert not {1317, 1237, 389} & {cell for cell in hidden if isinstance(cell, int)}
    shown = cells(get(client, filled, "leader", path))
    assert {1317, 1237, 389} & {cell for cell in shown if isinstance(cell, int)}


def test_a_workbook_says_what_it_leaves_out_and_adds_up(filled: Cast, client: Any) -> None:
    found = get(client, filled, "clerk", "figures/voter_meetings/records.xlsx")
    assert "và 17 bản ghi của 5 văn phòng khác" in cells(found)


def test_after_publishing_everybody_sees_everything(filled: Cast, client: Any) -> None:
    filled.first_half.published_on = filled.first_half.ends_on
    filled.first_half.save(update_fields=["published_on"])
    text = get(client, filled, "clerk", "").content.decode()
    assert "1.317" in text
    assert "chưa công bố" not in text
    assert get(client, filled, "clerk", "figures/opinions/?office=hau-giang").status_code == 200


def test_the_shade_of_a_cell_says_nothing_about_hidden_ones(filled: Cast, client: Any) -> None:
    VoterMeetingFactory(record__office=filled.office)
    assert not re.search(r'class="n heat-\d', get(client, filled, "clerk", "").content.decode())
    assert re.search(r'class="n heat-\d', get(client, filled, "leader", "").content.decode())
