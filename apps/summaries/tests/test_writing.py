"""What the papers say, and that page, Word and PDF say it with the same figures."""

import io
import json
import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from apps.activities.models import DirectFigure
from apps.campaigns import actions as campaigns
from apps.campaigns.models import Task
from apps.campaigns.tests.movements import draft, launched
from apps.core import words
from apps.files.models import StoredFile
from apps.indicators.models import Indicator
from apps.indicators.reading import Window, figures
from apps.summaries import actions
from apps.summaries.content.document import document_lines, paper_context, write
from apps.summaries.content.facts import Session
from apps.summaries.content.outline.results import session_name
from apps.summaries.content.tokens import codes
from apps.summaries.enums import Paper
from apps.summaries.papers import pdf, word
from apps.summaries.tests.half_year import half_year, paper, state
from tests.cast import Cast

H1 = Window(date(2019, 1, 1), date(2019, 6, 30))


def text_of(cast: Cast, kind: str = Paper.AFTER) -> str:
    content = write(cast.first_half, kind, timezone.now())
    return "\n".join(line.text for line in document_lines(content, ()))


def test_an_extraordinary_session_is_called_so() -> None:
    extra = Session(9, "XV", before=True, after=False, extraordinary=True)
    assert session_name(extra) == "Kỳ họp bất thường lần thứ 9"
    assert session_name(Session(9, "XV", before=True, after=False)) == "Kỳ họp thứ 9"


@pytest.mark.usefixtures("half")
class TestTheReferenceCase:
    @pytest.fixture
    def half(self, cast: Cast) -> None:
        half_year(cast)

    @pytest.mark.parametrize(
        "said",
        [
            "06 Văn phòng Đoàn ĐBQH các tỉnh, thành phố: Cà Mau, Kiên Giang, Cần Thơ, Bạc Liêu, Sóc Trăng, Hậu Giang",
            "Văn phòng Đoàn ĐBQH tỉnh Cà Mau là Cụm trưởng, Văn phòng Đoàn ĐBQH tỉnh Kiên Giang là Cụm phó",
            "Sáng ngày 05/7/2019, tại Hà Tiên, Kiên Giang",
            "20 cuộc giám sát, gồm 17 cuộc giám sát chuyên đề và 03 cuộc giám sát việc giải quyết khiếu nại, tố cáo",
            "tiếp xúc cử tri được 86 cuộc, gồm 52 cuộc tại nơi ứng cử, 16 cuộc theo chuyên đề và 18 cuộc theo nhóm",
            "Trước và sau Kỳ họp thứ 7, Quốc hội khóa XIV",
            "trước Kỳ họp thứ 7 có 50 cuộc, sau Kỳ họp thứ 7 có 36 cuộc",
            "14.510 lượt cử tri",
            "1.229 ý kiến, kiến nghị của cử tri, trong đó chuyển các cơ quan Trung ương 183 ý kiến, chuyển cơ quan có "
            "thẩm quyền ở địa phương 863 ý kiến và giải đáp ngay tại hội nghị tiếp xúc 183 ý kiến",
            "403 ý kiến được trả lời bằng văn bản",
            "27 cuộc, gồm 18 hội nghị và 09 cuộc góp ý bằng văn bản",
            "07 dự án luật: Luật A; Luật B; Luật C; Luật D; Luật E; Luật G; Luật H",
            "phối hợp với Công đoàn cơ sở",
            "với chủ đề “Đoàn kết, kỷ cương, liêm chính”",
            "88/88 cán bộ, công chức, người lao động của các Văn phòng trong Cụm đăng ký thi đua, đạt tỷ lệ 100%",
            "Ngày 04/7/2019, tại phường Pháo Đài",
            "05 phần quà, mỗi phần trị giá 1.200.000 đồng, tổng trị giá 6.000.000 đồng",
            "Các Văn phòng trong Cụm chưa báo cáo số liệu tiếp công dân.",
            "1. Lấy ý kiến các dự án luật.",
        ],
    )  # fmt: skip
    def test_both_papers_say_it(self, cast: Cast, said: str) -> None:
        assert said in text_of(cast)
        other = said.replace("Sáng ngày", "sáng ngày")
        assert other in text_of(cast, Paper.DRAFT)

    def test_only_the_report_after_knows_talks_and_resolutions(self, cast: Cast) -> None:
        after, draft = text_of(cast), text_of(cast, Paper.DRAFT)
        talk = "Tại Hội nghị, Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu đã trao đổi"
        for said in (talk, "Hội nghị thống nhất", "- Nhất trí."):
            assert said in after
            assert said not in draft
        assert "Cụm thi đua số 9 sẽ tổ chức Hội nghị sơ kết" in draft
        assert "đã tổ chức Hội nghị sơ kết" in after

    def test_every_token_is_the_reading_of_figures(self, cast: Cast) -> None:
        content = write(cast.first_half, Paper.AFTER, timezone.now())
        ids = [office.pk for office in cast.offices.values()]
        found = figures(
            Indicator.objects.for_cluster(cast.cluster, 2019), cluster=cast.cluster, offices=ids, windows=[H1]
        )
        lines = document_lines(content, ())
        used = {code for line in lines for code in codes(line.source)}
        assert len(used) > 20
        for line in lines:
            for piece in line.pieces:
                if not piece.code:
                    continue
                total = found.total(piece.code)
                digits = words.padded(total.value, language="vi") if total.value is not None else None
                expected = [digits, f"{total.numerator}/{total.denominator}", "100%"] if digits is None else [digits]
                assert piece.text.split(" ")[0] in expected, piece

    def test_page_word_and_pdf_say_the_same(self, cast: Cast, client) -> None:
        summary = paper(cast)
        lines = [line.text for line in document_lines(summary.content, ())]
        in_word = words_of_docx(content_of(summary.word))
        in_pdf = words_of_pdf(content_of(summary.pdf))
        client.force_login(cast.secretary)
        page = client.get(reverse("summaries:paper", args=["cum-9", "2019H1", "after"])).content.decode()
        bare = re.sub(r"<(svg|span class=.visually-hidden).*?</(svg|span)>", "", page)
        in_page = squeezed(re.sub(r"<[^>]+>", "", bare))
        for line in lines:
            assert squeezed(line) in squeezed(in_word), line
            assert squeezed(line) in squeezed(in_pdf), line
            assert squeezed(line) in in_page, line

    def test_annex_has_every_figure_on_one_landscape_page(self, cast: Cast) -> None:
        summary = paper(cast)
        reader = PdfReader(io.BytesIO(content_of(summary.annex)))
        assert len(reader.pages) == 1
        box = reader.pages[0].mediabox
        assert box.width > box.height
        in_annex = reader.pages[0].extract_text()
        in_word = words_of_docx(content_of(summary.word))
        total = summary.content["annex"]["rows"][-1]["cells"]
        assert {"20", "86", "14.510", "1.229", "6.000.000", "88"} <= set(total)
        for row in summary.content["annex"]["rows"]:
            for cell in row["cells"]:
                assert squeezed(cell) in squeezed(in_annex)
                assert squeezed(cell) in squeezed(in_word)


def content_of(stored: StoredFile | None) -> bytes:
    assert stored is not None
    with stored.content.open("rb") as content:
        return bytes(content.read())


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("&quot;", '"').replace("&amp;", "&"))


def words_of_docx(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def words_of_pdf(content: bytes) -> str:
    """Page after page, without what stands above each: the mark of a draft, the page number."""
    texts = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    return "\n".join(re.sub(r"^\s*(DỰ THẢO)?\s*\d?\s*\n", "", text) for text in texts)


def test_nothing_reported_is_said_as_missing(cast: Cast) -> None:
    said = text_of(cast)
    for topic in ("giám sát, khảo sát", "tiếp xúc cử tri", "lấy ý kiến đóng góp các dự án luật", "tiếp công dân"):
        assert f"chưa báo cáo số liệu {topic}." in said
    assert "[[" not in said


def test_none_zero_and_missing_are_said_differently(cast: Cast) -> None:
    offices = list(cast.offices)
    for code in offices:
        state(cast, "reception_visits", code, None)
    assert "không phát sinh việc tiếp công dân" in text_of(cast)
    DirectFigure.objects.all().delete()
    for code in offices:
        state(cast, "reception_visits", code, 0)
    assert "không có công dân đến" in text_of(cast)
    DirectFigure.objects.all().delete()
    for code in offices[:4]:
        state(cast, "reception_visits", code, 3)
    said = text_of(cast)
    assert "tiếp 12 lượt công dân." in said
    office = "Văn phòng Đoàn ĐBQH tỉnh"
    assert f"{office} Sóc Trăng và {office} Hậu Giang chưa báo cáo số liệu tiếp công dân." in said


def test_estimated_figures_say_so(cast: Cast) -> None:
    state(cast, "supervisions", "ca-mau", 4, status="estimated")
    assert "ước thực hiện" in text_of(cast)


def test_comparison_only_with_a_whole_period_before(cast: Cast) -> None:
    for code in cast.offices:
        state(cast, "supervisions", code, 4)
    assert "so với cùng kỳ" not in text_of(cast)
    before = cast.first_half.__class__.objects.create(
        cluster=cast.cluster, year=2018, kind="H1", starts_on=date(2018, 1, 1), ends_on=date(2018, 6, 30)
    )
    for code in list(cast.offices)[:5]:
        state(cast, "supervisions", code, 3, period=before)
    assert "so với cùng kỳ" not in text_of(cast)
    state(cast, "supervisions", "hau-giang", 5, period=before)
    assert "24 cuộc giám sát; tăng 04 cuộc (20%) so với cùng kỳ năm 2018." in text_of(cast)


def test_typed_prose_is_harmless_everywhere(cast: Cast, client) -> None:
    evil = '<script>alert(1)</script> {{ 7*7 }} {% raw %} #import "x" $ [[voter_meetings]] \\ & <w:t>'
    actions.write_prose(period=cast.first_half, section="proposals", text=evil, by=cast.secretary)
    launched(cast, name="[[nothing]] {{ x }}", theme="#sys.version")
    Task.objects.create(period=cast.second_half, position=1, text="[[voter_meetings]] {{ y }}")
    summary = paper(cast)
    assert squeezed(evil) in squeezed(words_of_docx(content_of(summary.word)))
    assert squeezed(evil) in squeezed(words_of_pdf(content_of(summary.pdf)))
    client.force_login(cast.secretary)
    page = client.get(reverse("summaries:paper", args=["cum-9", "2019H1", "after"])).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in page
    assert "[ [voter_meetings]] {{ y }}" in page


def test_the_paper_needs_no_font_of_the_system(cast: Cast) -> None:
    context = paper_context(json.loads(json.dumps(write(cast.first_half, Paper.AFTER, timezone.now()))), (), draft=True)
    said = squeezed(PdfReader(io.BytesIO(pdf.annex(context, system_fonts=False))).pages[0].extract_text())
    assert squeezed("TỔNG HỢP KẾT QUẢ HOẠT ĐỘNG") in said
    assert squeezed("DỰ THẢO") in said


def test_the_word_template_is_what_its_script_draws() -> None:
    from apps.summaries.papers.make_report import make

    drawn = make()
    kept = Document(str(word.TEMPLATE))
    assert drawn.element.xml == kept.element.xml


def test_who_launched_a_movement_is_said_once(cast: Cast) -> None:
    body = "Văn phòng Quốc hội"
    launched(cast, name=f"Phong trào thi đua của {body}", launched_by=body, theme="Kỷ cương")
    said = f"Các Văn phòng đã triển khai, phát động phong trào thi đua của {body}, với chủ đề “Kỷ cương”."
    assert said in text_of(cast)


def test_a_movement_that_carries_out_another_comes_after_it(cast: Cast) -> None:
    body = "Văn phòng Quốc hội"
    below = draft(cast, theme="Kỷ cương")
    above = launched(cast, name=f"Phong trào của {body}", launched_by=body, theme="Kỷ cương", level="managing_body")
    assert "Thực hiện phong trào trên" not in text_of(cast)  # a draft is not told of
    campaigns.save_campaign(
        campaign=below, cluster=cast.cluster, year=2019, values={"parent": above}, by=cast.secretary
    )
    campaigns.launch_campaign(campaign=below, on=date(2019, 2, 1), by=cast.secretary)
    first = f"Các Văn phòng đã triển khai, phát động phong trào của {body}, với chủ đề “Kỷ cương”."
    second = (
        "Thực hiện phong trào trên, các Văn phòng đã triển khai, phát động phong trào thi đua năm 2019 của Cụm thi đua "
        "số 9."
    )
    text = text_of(cast)
    assert text.index(first) < text.index(second)
