"""An office that states “không phát sinh” of citizen reception, one that enters 0, one that leaves it blank: three
different things in the matrix, in Annex I, in the sentences, in every paper and in every workbook."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from apps.indicators.models import Indicator
from apps.reports.enums import Answer
from apps.summaries.content.columns import COLUMNS
from apps.summaries.content.document import document_lines
from apps.summaries.models import Summary
from apps.summaries.tests.half_year import paper, state
from apps.summaries.tests.test_writing import content_of, squeezed, words_of_docx, words_of_pdf
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/"
CODE = "reception_visits"
SAID: tuple[tuple[str, int | None], ...] = (("ca-mau", None), ("kien-giang", 0), ("bac-lieu", 5))  # Cần Thơ: nothing
NAMES = ("Cà Mau", "Kiên Giang", "Cần Thơ", "Bạc Liêu")
OFFICE = "Văn phòng Đoàn ĐBQH"
SENTENCES = (
    f"{OFFICE} tỉnh Cà Mau không phát sinh việc tiếp công dân.",
    f"{OFFICE} tỉnh Kiên Giang có tổ chức tiếp công dân nhưng không có công dân đến.",
    f"{OFFICE} thành phố Cần Thơ, {OFFICE} tỉnh Sóc Trăng và {OFFICE} tỉnh Hậu Giang chưa báo cáo số liệu "
    "tiếp công dân.",
)


@pytest.fixture
def told(cast: Cast) -> Cast:
    for office, value in SAID:
        state(cast, CODE, office, value)
    return cast


def sheet(client: Client, address: str) -> list[tuple[Any, ...]]:
    answer = client.get(address)
    assert answer.status_code == 200
    return list(openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0].iter_rows(values_only=True))


def test_in_the_matrix(client: Client, told: Cast) -> None:
    client.force_login(told.secretary)
    matrix = client.get(f"{HERE}reports/completeness/").context["matrix"]
    place = [column.code for column in matrix.columns].index(CODE)
    found = {line.label: line.cells[place] for line in matrix.lines}
    assert [(found[name].answer, found[name].text) for name in NAMES] == [
        (Answer.NONE, "–"), (Answer.ZERO, "0"), (Answer.MISSING, ""), (Answer.VALUE, "5"),
    ]  # fmt: skip
    assert len({found[name].said for name in NAMES}) == 4


def test_in_workbooks(client: Client, told: Cast) -> None:
    client.force_login(told.secretary)
    matrix = next(row for row in sheet(client, f"{HERE}reports/completeness/export/") if row[0] == "Tiếp công dân")
    assert matrix[2:6] == ("–", 0, None, 5)
    dashboard = next(row for row in sheet(client, f"{HERE}overview.xlsx") if row[0] == "Tiếp công dân")
    assert dashboard[2:6] == ("–", 0, "chưa báo cáo", 5)
    rows = sheet(client, f"{HERE}grid/export/?by=offices")
    place = next(at for at, name in enumerate(rows[3]) if str(name).startswith("Tiếp công dân"))
    grid = {row[1]: row[place] for row in rows[4:]}
    assert [grid[name] for name in NAMES] == ["–", 0, None, 5]


@pytest.fixture
def written(told: Cast) -> Summary:
    return paper(told)


def test_in_the_papers(written: Summary) -> None:
    """The annex of the content, Word and PDF: one paper, built once."""
    place = [column.code for column in COLUMNS].index(CODE)
    rows = {row["name"]: row["cells"][place] for row in written.content["annex"]["rows"]}
    assert [rows[name] for name in NAMES] == ["-", "0", "…", "5"]
    assert "“-” không phát sinh; “…” chưa báo cáo" in written.content["annex"]["note"]

    lines = " ".join(line.text for line in document_lines(written.content, ()))
    in_word, in_pdf = squeezed(words_of_docx(content_of(written.word))), squeezed(words_of_pdf(content_of(written.pdf)))
    assert "tiếp 05 lượt công dân." in lines
    for each in SENTENCES:
        assert each in lines
        assert squeezed(each) in in_word
        assert squeezed(each) in in_pdf

    tables = Document(io.BytesIO(content_of(written.word))).tables
    annex = next(table for table in tables if len(table.columns) == len(COLUMNS) + 2)
    in_table = {row.cells[1].text.strip(): row.cells[place + 2].text.strip() for row in annex.rows}
    assert [in_table[name] for name in NAMES] == ["-", "0", "…", "5"]

    page = PdfReader(io.BytesIO(content_of(written.annex))).pages[0].extract_text()
    cells = {name: squeezed("".join(rows_of(written, name))) for name in NAMES}
    for name in NAMES:
        assert squeezed(name) + cells[name] in squeezed(page)
    assert len(set(cells.values())) == 4


def rows_of(written: Summary, name: str) -> list[str]:
    (found,) = [row["cells"] for row in written.content["annex"]["rows"] if row["name"] == name]
    return [str(cell) for cell in found]


def test_none_and_zero_alone(cast: Cast) -> None:
    """Where nobody has a number, none is still not zero."""
    for office, value in SAID[:2]:
        state(cast, CODE, office, value)
    lines = " ".join(line.text for line in document_lines(paper(cast).content, ()))
    assert "Trong kỳ, các Văn phòng có tổ chức tiếp công dân nhưng không có công dân đến. " + SENTENCES[0] in lines
    assert f"{OFFICE} tỉnh Kiên Giang có tổ chức" not in lines


# Parts ---------------------------------------------------------------------------------------------------------------
WHOLE, PART = "opinions", "opinions_centre"


@pytest.fixture
def divided(cast: Cast) -> Cast:
    """Cà Mau states none of the whole, Kiên Giang enters 0, Bạc Liêu enters the whole alone; none enters a part."""
    for office, value in SAID:
        state(cast, WHOLE, office, value)
    return cast


def test_parts_of_none_are_none_in_the_papers(divided: Cast) -> None:
    written = paper(divided)
    place = [column.code for column in COLUMNS].index(PART)
    rows = {row["name"]: row["cells"][place] for row in written.content["annex"]["rows"]}
    assert [rows[name] for name in NAMES] == ["-", "0", "…", "…"]
    tables = Document(io.BytesIO(content_of(written.word))).tables
    annex = next(table for table in tables if len(table.columns) == len(COLUMNS) + 2)
    in_table = {row.cells[1].text.strip(): row.cells[place + 2].text.strip() for row in annex.rows}
    assert [in_table[name] for name in NAMES] == ["-", "0", "…", "…"]
    page = squeezed(PdfReader(io.BytesIO(content_of(written.annex))).pages[0].extract_text())
    for name in NAMES:
        assert squeezed(name) + squeezed("".join(rows_of(written, name))) in page
    said = written.content["figures"][PART]
    assert "ca-mau" not in said["missing"]
    assert {"can-tho", "bac-lieu"} <= set(said["missing"])


def test_parts_of_none_are_none_on_the_page_and_in_the_workbook(client: Client, divided: Cast) -> None:
    client.force_login(divided.secretary)
    rows = sheet(client, f"{HERE}overview.xlsx")
    part = next(row for row in rows if row[0] == Indicator.objects.get(code=PART).name)
    assert part[2:6] == ("–", 0, "chưa báo cáo", "chưa báo cáo")


def test_where_every_office_states_none_the_parts_are_none_in_all(cast: Cast) -> None:
    for office in cast.offices:
        state(cast, WHOLE, office, None)
    rows = {row["name"]: row["cells"] for row in paper(cast).content["annex"]["rows"]}
    place = [column.code for column in COLUMNS].index(PART)
    assert {cells[place] for name, cells in rows.items() if name != "Hoạt động chung của Cụm"} == {"-"}
