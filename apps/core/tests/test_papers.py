"""Papers of an office: the same text in Word and PDF, in the places that Decree 30/2020/NĐ-CP gives them."""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm
from pypdf import PdfReader

from apps.core.papers import pdf as pdfs
from apps.core.papers import phrases
from apps.core.papers import word as words
from apps.core.papers.paper import BY_TWO, Column, Head, Kind, Paper, Signature, heading, listed, paragraph, table
from apps.core.papers.pdf import pdf
from apps.core.papers.word import word

HEAD = Head(
    ("ĐOÀN ĐẠI BIỂU QUỐC HỘI", "TỈNH CÀ MAU"), ("VĂN PHÒNG ĐOÀN ĐBQH", "TỈNH CÀ MAU"),
    phrases.number_line(5, "VPĐĐBQH"), phrases.place_and_day("Cà Mau", date(2019, 6, 3), 2019),
)  # fmt: skip
BODY = (
    paragraph("Thực hiện chương trình công tác, Văn phòng đề nghị các Văn phòng thành viên gửi báo cáo:"),
    heading("I. ĐỀ CƯƠNG"), heading("1. Kết quả", 2), listed("- Thuận lợi;", "- Khó khăn."),
    paragraph("08 giờ 00 phút, ngày 05/7/2019.", label="Thời gian:"),
    table(
        (Column("TT", 12, "center"), Column("Nội dung", 98), Column("Số lượng", 30, "right")),
        (("1", "Giám sát", "20"), ("2", "Tiếp xúc cử tri", "1.229")),
    ),
    paragraph(phrases.ended("Văn phòng trân trọng cảm ơn.")),
)  # fmt: skip
ONE = (Signature(("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), "Nguyễn Văn Mẫu"),)
TWO = (Signature(("THƯ KÝ",), "Lê Văn Ví Dụ"), Signature(("CHỦ TỌA",), "Trần Thị Thí Dụ"))


def a_paper(kind: str, **changes: Any) -> Paper:
    minutes = kind in BY_TWO
    made = Paper(
        kind, HEAD, datetime(2019, 6, 3, 8, tzinfo=UTC), abstract=("Kết quả công tác thi đua",),
        to=() if minutes else ("Văn phòng A",), blocks=BODY, recipients=phrases.recipients(["Như trên", "Lưu: VT, TH"]),
        signatures=TWO if minutes else ONE,
    )  # fmt: skip
    return replace(made, **changes)


def in_word(made: Paper) -> str:
    """Everything of the body in its order, cells from left to right."""
    document = Document(io.BytesIO(word(made)))
    said = []
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            said += [cell.text for row in part.rows for cell in row.cells]
        else:
            said.append(part.text)
    return squeezed("".join(said))


def in_pdf(made: Paper) -> str:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf(made))).pages]
    said = squeezed("".join(re.sub(r"^\s*(DỰ THẢO)?\s*\d?\s*\n", "", page) for page in pages))
    return said.replace("Nơơi", "Nơi")  # Liberation Serif has this letter of its bold italic in two glyphs


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("kind", Kind)
def test_word_and_pdf_say_the_same(kind: str) -> None:
    made = a_paper(kind)
    assert in_word(made) == in_pdf(made)
    for said in (
        "Số:05/VPĐĐBQH",
        "CàMau,ngày03tháng6năm2019",
        "Tiếpxúccửtri1.229",
        "Thờigian:08giờ",
        "cảmơn./.",
        "-Lưu:VT,TH.",
    ):
        assert said in in_pdf(made)


@pytest.mark.parametrize("kind", Kind)
def test_over_several_pages_too(kind: str) -> None:
    made = a_paper(kind, blocks=(*BODY[:5], *BODY[6:]) * 8, draft=True)
    assert len(PdfReader(io.BytesIO(pdf(made))).pages) > 2
    assert in_word(made) == in_pdf(made)


def test_the_heading_of_a_table_stands_on_every_page_that_it_reaches() -> None:
    columns = (Column("TT", 12), Column("Nội dung", 120))
    made = a_paper(Kind.LETTER, blocks=(table(columns, tuple((str(n), "Giám sát") for n in range(80))),))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf(made))).pages]
    assert len(pages) > 1
    assert all("Nội dung" in page for page in pages if "Giám sát" in page)
    rows = Document(io.BytesIO(word(made))).tables[1].rows
    assert ["tblHeader" in row._tr.xml for row in rows] == [True, *[False] * 80]


def test_a_letter_says_what_it_is_about_under_its_number() -> None:
    made = a_paper(Kind.LETTER, abstract=("V/v gửi báo cáo",))
    assert "Số:05/VPĐĐBQHV/vgửibáocáoCàMau" in in_word(made)
    assert "BÁOCÁO" not in in_word(made).upper().split("V/VGỬIBÁOCÁO")[0]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.INVITATION, "GIẤY MỜI"),
        (Kind.MINUTES, "BIÊN BẢN"),
        (Kind.REPORT, "BÁO CÁO"),
        (Kind.PLEDGE, "BẢN GIAO ƯỚC THI ĐUA"),
    ],
)
def test_every_other_paper_has_a_title(kind: str, name: str) -> None:
    assert squeezed(name + "Kết quả công tác thi đua") in in_pdf(a_paper(kind))


def test_several_addressees_stand_below_each_other() -> None:
    made = a_paper(Kind.LETTER, to=("Văn phòng A", "- Văn phòng B;", "Văn phòng C."))
    assert squeezed("Kính gửi: - Văn phòng A; - Văn phòng B; - Văn phòng C.") in in_word(made)
    assert in_word(made) == in_pdf(made)


def test_minutes_are_signed_by_the_secretary_on_the_left_and_the_chair_on_the_right() -> None:
    made = a_paper(Kind.MINUTES)
    cells = Document(io.BytesIO(word(made))).tables[-1].rows[0].cells
    assert [cell.text.split("\n")[0] for cell in cells] == ["THƯ KÝ", "CHỦ TỌA"]
    assert in_word(made).endswith(squeezed("Nơi nhận:- Như trên;- Lưu: VT, TH."))


def test_recipients_stand_on_the_left_of_all_others() -> None:
    cells = Document(io.BytesIO(word(a_paper(Kind.LETTER)))).tables[-1].rows[0].cells
    assert cells[0].text.startswith("Nơi nhận:\n- Như trên;")
    assert cells[1].text.startswith("KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n")
    assert cells[1].text.endswith("\nNguyễn Văn Mẫu")


def test_what_does_not_fit_its_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="signed by two"):
        a_paper(Kind.MINUTES, signatures=ONE)
    with pytest.raises(ValueError, match="signed by two"):
        a_paper(Kind.LETTER, signatures=TWO)
    with pytest.raises(ValueError, match="to nobody"):
        a_paper(Kind.MINUTES, to=("Văn phòng A",))
    with pytest.raises(ValueError, match="a cell for each column"):
        table((Column("TT", 12),), (("1", "2"),))


def test_the_page_is_that_of_the_decree() -> None:
    section = Document(io.BytesIO(word(a_paper(Kind.LETTER)))).sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round((side or 0) / Mm(1)) for side in sides] == [20, 20, 30, 20]
    assert (round((section.page_width or 0) / Mm(1)), round((section.page_height or 0) / Mm(1))) == (210, 297)
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml
    box = PdfReader(io.BytesIO(pdf(a_paper(Kind.LETTER)))).pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (210, 297)


def test_the_mark_of_a_draft_stands_on_every_page() -> None:
    made = a_paper(Kind.REPORT, blocks=BODY * 6, draft=True)
    for page in PdfReader(io.BytesIO(pdf(made))).pages:
        assert page.extract_text().lstrip().startswith("DỰ THẢO")
    section = Document(io.BytesIO(word(made))).sections[0]
    assert section.header.paragraphs[0].text.startswith("DỰ THẢO")
    assert section.first_page_header.paragraphs[0].text == "DỰ THẢO"
    assert "DỰ THẢO" not in Document(io.BytesIO(word(a_paper(Kind.REPORT)))).sections[0].header.paragraphs[0].text


def test_nothing_that_was_typed_is_run() -> None:
    evil = '<w:t>x</w:t> {{ 7*7 }} {% raw %} #import "x" $ \\ & \x0b \x00'
    made = a_paper(Kind.LETTER, blocks=(paragraph(evil),), to=(evil,), abstract=(evil,))
    assert in_word(made) == in_pdf(made)
    assert in_word(made).count(squeezed(evil.replace("\x0b", "").replace("\x00", ""))) == 3


def test_the_same_content_gives_the_same_pdf() -> None:
    assert pdf(a_paper(Kind.LETTER)) == pdf(a_paper(Kind.LETTER))


def test_a_machine_without_fonts_gives_the_same_text() -> None:
    made = pdf(a_paper(Kind.LETTER), system_fonts=False)
    assert squeezed("Thực hiện chương trình công tác") in squeezed(PdfReader(io.BytesIO(made)).pages[0].extract_text())


@pytest.mark.parametrize(
    ("number", "symbol", "said"),
    [(None, "GM-VP", "Số:        /GM-VP"), (5, "GM-VP", "Số: 05/GM-VP"), (112, "VP", "Số: 112/VP"), (9, "", "Số: 09")],
)
def test_numbers_below_ten_take_a_zero(number: int | None, symbol: str, said: str) -> None:
    assert phrases.number_line(number, symbol) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2019, 2, 3), "Cà Mau, ngày 03 tháng 02 năm 2019"),
        (date(2019, 7, 15), "Cà Mau, ngày 15 tháng 7 năm 2019"),
        (None, "Cà Mau, ngày      tháng      năm 2019"),
    ],
)  # fmt: skip
def test_days_below_ten_and_the_months_one_and_two_take_a_zero(day: date | None, said: str) -> None:
    assert phrases.place_and_day("Cà Mau", day, 2019) == said


def test_lists_close_as_papers_do() -> None:
    assert phrases.recipients(["Như trên.", " - Đoàn ĐBQH tỉnh; ", ""]) == (
        "- Như trên;",
        "- Đoàn ĐBQH tỉnh;",
        "- Lưu: VT.",
    )
    assert phrases.recipients(["Như trên", "Lưu: VT, TH"]) == ("- Như trên;", "- Lưu: VT, TH.")
    assert phrases.dashed([]) == ()
    assert phrases.ended("để tổng hợp.") == phrases.ended("để tổng hợp./.") == "để tổng hợp./."


def test_several_papers_in_one_file_each_begin_on_a_page_of_their_own() -> None:
    one = a_paper(Kind.PLEDGE, blocks=BODY * 4, draft=True)
    other = a_paper(Kind.PLEDGE, head=replace(HEAD, number="Số: 06/VP"))
    made = [one, other, one]
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdfs.bound(made))).pages]
    alone = [page.extract_text() for each in made for page in PdfReader(io.BytesIO(pdf(each))).pages]
    assert pages == alone  # numbers and marks of pages too
    document = Document(io.BytesIO(words.bound(made)))
    assert ["pgNumType" in section._sectPr.xml for section in document.sections] == [False, True, True]
    marks = [section.first_page_header.paragraphs[0].text for section in document.sections]
    assert marks == ["DỰ THẢO", "", "DỰ THẢO"]
    said = squeezed("".join(paragraph.text for paragraph in document.paragraphs))
    assert said.count(squeezed("BẢN GIAO ƯỚC THI ĐUA")) == 3
