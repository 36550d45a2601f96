"""What came of the pledges, in the cluster's report: a chapter of the year, a sentence of a half, opened and frozen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from apps.campaigns.models import Period
from apps.indicators.models import Indicator
from apps.pledges.enums import Comparison
from apps.pledges.tests.pledged import pledge, target
from apps.summaries import actions
from apps.summaries.content import document
from apps.summaries.content.pledges import PLEDGE_FIGURES, counted_in, pledge_figures, read_pledges
from apps.summaries.enums import Paper
from apps.summaries.models import Summary
from apps.summaries.tests.test_writing import content_of, squeezed, words_of_docx, words_of_pdf
from tests.cast import Cast
from tests.counted import stated, supervisions

YEAR = (date(2019, 1, 1), date(2019, 12, 31))
HEADING = "KẾT QUẢ THỰC HIỆN GIAO ƯỚC THI ĐUA"


@pytest.fixture
def pledged(cast: Cast) -> Cast:
    """Cà Mau reached all it promised; Bạc Liêu is behind with a count, a rate and what it stated as none; nobody knows
    Hậu Giang's visits; Sóc Trăng signed words alone; Kiên Giang and Cần Thơ signed nothing."""
    offices = cast.offices
    rate = Indicator.objects.get(code="registration_rate").code
    pledge(cast, offices["ca-mau"], targets=[target("supervisions", 2), target()])
    pledge(cast, targets=[
        target("supervisions", 6), target(rate, 100, Comparison.PERCENTAGE), target("reception_visits", 10), target(),
    ])  # fmt: skip
    pledge(cast, offices["soc-trang"], targets=[target()])
    pledge(cast, cast.other_office, targets=[target("supervisions", 1), target("reception_visits", 5)])
    pledge(cast, offices["kien-giang"], signed_on=None)
    supervisions(offices["ca-mau"], date(2019, 2, 1), date(2019, 8, 1))
    supervisions(cast.office, date(2019, 2, 1), date(2019, 3, 1), date(2019, 9, 1))
    supervisions(cast.other_office, date(2019, 5, 1))
    for code, value in (("headcount", 16), ("registered", 15), ("reception_visits", None)):
        stated(cast.office, code, value, *YEAR)
    return cast


def said(cast: Cast, period: Period, kind: str = Paper.AFTER) -> list[str]:
    content = document.write(period, kind, timezone.now())
    lines = document.document_lines(content, ())
    return [line.text for line in lines if line.code.startswith(("pledges.", "launch.pledges"))]


def headings(cast: Cast, period: Period) -> list[str]:
    content = document.write(period, Paper.AFTER, timezone.now())
    return [block["text"] for block in content["blocks"] if block["kind"] == "chapter"]


@pytest.mark.parametrize("kind", [Paper.DRAFT, Paper.AFTER])
def test_the_year_has_a_chapter(pledged: Cast, kind: str) -> None:
    """Behind, none and missing are three things."""
    assert said(pledged, pledged.year, kind) == [
        "Năm 2019, 4/6 Văn phòng trong Cụm đã ký giao ước thi đua, với 06 chỉ tiêu định lượng và 03 chỉ tiêu định "
        "tính. Kiên Giang và Cần Thơ chưa ký giao ước thi đua.",
        "Trong 06 chỉ tiêu định lượng có 02 chỉ tiêu đạt, 03 chỉ tiêu không đạt và 01 chỉ tiêu chưa đủ số liệu để đánh "
        "giá. Văn phòng đạt toàn bộ chỉ tiêu định lượng đã giao ước: Cà Mau.",
        "Các chỉ tiêu không đạt:",
        "- Bạc Liêu: giám sát, khảo sát (kết quả 03 cuộc, giao ước ít nhất 06 cuộc); tỷ lệ đăng ký thi đua (kết quả "
        "93,8%, giao ước đạt 100%); tiếp công dân (kết quả không phát sinh, giao ước ít nhất 10 lượt).",
        "Các chỉ tiêu chưa đủ số liệu để đánh giá:",
        "- Hậu Giang: tiếp công dân (giao ước ít nhất 05 lượt).",
    ]
    assert f"III. {HEADING}" in headings(pledged, pledged.year)


def test_a_half_has_one_sentence_and_no_chapter(pledged: Cast) -> None:
    """The rate and the visits were stated for the whole year only: the half does not know them."""
    assert said(pledged, pledged.first_half) == [
        "Đã có 4/6 Văn phòng trong Cụm ký giao ước thi đua; hết 6 tháng đầu năm 2019, trong 06 chỉ tiêu định lượng có "
        "01 chỉ tiêu đạt, 01 chỉ tiêu đúng tiến độ, 01 chỉ tiêu chậm tiến độ và 03 chỉ tiêu chưa đủ số liệu để đánh "
        "giá."
    ]
    assert not any(HEADING in heading for heading in headings(pledged, pledged.first_half))


def test_all_reached_is_one_sentence(cast: Cast) -> None:
    pledge(cast, targets=[target("supervisions", 1)])
    supervisions(cast.office, date(2019, 5, 1))
    lines = said(cast, cast.year)
    assert (len(lines), lines[1]) == (2, "Toàn bộ 01 chỉ tiêu định lượng đều đạt.")


def test_estimated_figures_say_so(cast: Cast) -> None:
    pledge(cast, targets=[target("reception_visits", 5)])
    stated(cast.office, "reception_visits", 9, *YEAR)
    assert said(cast, cast.year)[1] == "Toàn bộ 01 chỉ tiêu định lượng đều đạt."
    cast.office.direct_figures.update(status="estimated")
    assert said(cast, cast.year)[1].endswith("đều đạt (số liệu có phần ước thực hiện).")


def test_words_alone_are_counted_and_not_judged(cast: Cast) -> None:
    pledge(cast, targets=[target(text="Đoàn kết nội bộ [[voter_meetings]]")])
    (only,) = said(cast, cast.year)
    assert only.startswith("Năm 2019, 1/6 Văn phòng trong Cụm đã ký giao ước thi đua, với 01 chỉ tiêu định tính. ")
    assert said(cast, cast.first_half) == ["Đã có 1/6 Văn phòng trong Cụm ký giao ước thi đua."]


def test_without_a_signed_pledge_nothing_is_said(cast: Cast) -> None:
    pledge(cast, signed_on=None)
    pledge(cast, cast.other_office, signed_on=date(2019, 7, 1))
    content = document.write(cast.first_half, Paper.AFTER, timezone.now())
    assert not said(cast, cast.first_half)
    assert content["pledges"] is None
    assert not any(code.startswith("pledge") for code in content["figures"])


def test_the_version_that_held_at_the_windows_end_counts(cast: Cast) -> None:
    """Amended in September: the half is held to what was pledged before, the year to what holds."""
    pledge(cast, targets=[target("supervisions", 4)])
    pledge(cast, signed_on=date(2019, 9, 1), targets=[target("supervisions", 20)])
    supervisions(cast.office, date(2019, 2, 1), date(2019, 3, 1))
    assert "01 chỉ tiêu đúng tiến độ" in said(cast, cast.first_half)[0]
    assert "giao ước ít nhất 20 cuộc" in said(cast, cast.year)[3]


def test_reading_costs_the_same_for_however_many(cast: Cast, costs: Any) -> None:
    waiting, members = list(cast.offices.values()), list(cast.offices.values())

    def add(count: int) -> None:
        for office in [waiting.pop() for _place in range(count)]:
            pledge(cast, office, targets=[target("supervisions", 4), target()])
            supervisions(office, date(2019, 3, 1))

    costs(8, add=add, read=lambda: read_pledges(cast.year, members))


def test_figures_are_the_count_of_the_targets(pledged: Cast) -> None:
    facts = read_pledges(pledged.year, list(pledged.offices.values()))
    assert facts is not None
    figures = pledge_figures(pledged.year, facts)
    counted = {code: len(counted_in(code, facts)) for code in PLEDGE_FIGURES if code != "pledges-signed"}
    assert {code: figures[code].value for code in counted} == counted
    standing = ("pledges-reached", "pledges-on-course", "pledges-behind", "pledges-no-data")
    assert sum(counted[code] for code in standing) == counted["pledges-targets"] == 6
    ones = {code for code in figures if code not in PLEDGE_FIGURES}
    assert len(ones) == 6
    assert all(len(counted_in(code, facts)) == 1 for code in ones)
    assert set(pledge_figures(pledged.first_half, facts)) == set(PLEDGE_FIGURES)


def paper(cast: Cast) -> Summary:
    build = actions.request_build(period=cast.year, paper=Paper.AFTER, by=cast.secretary, start=False)
    assert actions.run_build(build_id=build.pk)
    return Summary.objects.select_related("word", "pdf", "annex", "period__cluster").get(pk=build.summary_id)


def address(name: str, *more: str) -> str:
    return reverse(f"summaries:{name}", args=["cum-9", "2019", "after", *more])


class TestThroughTheRealBuild:
    @pytest.fixture
    def summary(self, pledged: Cast) -> Summary:
        return paper(pledged)

    def test_page_word_and_pdf_say_the_same(self, pledged: Cast, client: Client, summary: Summary) -> None:
        client.force_login(pledged.secretary)
        page = client.get(address("paper"))
        lines = [each["line"].text for each in page.context["lines"] if each["line"].code.startswith("pledges.")]
        in_word = squeezed(words_of_docx(content_of(summary.word)))
        in_pdf = squeezed(words_of_pdf(content_of(summary.pdf)))
        assert len(lines) == 6
        for line in [HEADING, *lines]:
            assert squeezed(line) in in_word, line
            assert squeezed(line) in in_pdf, line
        assert HEADING in page.text

    def test_each_figure_opens_to_the_progress_and_the_records(
        self, pledged: Cast, client: Client, summary: Summary
    ) -> None:
        client.force_login(pledged.leader)
        page = client.get(address("paper")).text
        for code in ("pledges-signed", "pledges-behind", "pledges-no-data", "pledge-bac-lieu-1"):
            assert f'href="{address("figure", code)}"' in page
        panel = client.get(address("figure", "pledge-bac-lieu-1"), headers={"HX-Request": "true"}).text
        progress = "/c/cum-9/pledges/2019/offices/bac-lieu/progress/?at=2019"
        records = "/c/cum-9/2019/figures/supervisions/?office=bac-lieu"
        for opened in (progress, records):
            assert f'href="{opened}"' in panel
            assert client.get(opened).status_code == 200
        assert "ít nhất 06 cuộc" in panel
        assert "Tiếp công dân" not in panel
        behind = client.get(address("figure", "pledges-behind")).text
        assert ("Bạc Liêu" in behind, "Hậu Giang</a>" in behind) == (True, False)
        assert "chưa ký" in client.get(address("figure", "pledges-signed")).text
        assert client.get(address("figure", "pledges-elsewhere")).status_code == 404

    def test_a_member_opens_its_own_of_a_published_draft(self, pledged: Cast, client: Client) -> None:
        build = actions.request_build(period=pledged.year, paper=Paper.DRAFT, by=pledged.secretary, start=False)
        assert actions.run_build(build_id=build.pk)
        actions.publish(summary=Summary.objects.get(pk=build.summary_id), by=pledged.secretary)
        client.force_login(pledged.clerk)
        url = reverse("summaries:figure", args=["cum-9", "2019", "draft", "pledges-targets"])
        panel = client.get(url).text
        assert "offices/bac-lieu/progress/" in panel
        assert "offices/hau-giang/progress/" not in panel
        assert "3 chỉ tiêu của các Văn phòng chưa công bố số liệu." in panel

    def test_what_was_published_stays_and_what_changed_since_is_told(
        self, pledged: Cast, client: Client, summary: Summary
    ) -> None:
        actions.publish(summary=summary, by=pledged.secretary)
        before = [line.text for line in document.document_lines(summary.content, ())]
        client.force_login(pledged.secretary)
        assert client.get(address("paper")).context["changed"] == []
        supervisions(pledged.office, date(2019, 10, 1), date(2019, 10, 2), date(2019, 10, 3))
        page = client.get(address("paper"))
        changed = {each.code: (each.then, each.now) for each in page.context["changed"] if "pledge" in each.code}
        assert changed == {
            "pledges-reached": ("02 chỉ tiêu", "03 chỉ tiêu"), "pledges-behind": ("03 chỉ tiêu", "02 chỉ tiêu"),
            "pledge-bac-lieu-1": ("03 cuộc", "06 cuộc"),
        }  # fmt: skip
        assert [each["line"].text for each in page.context["lines"]] == before

    def test_a_reworded_line_keeps_its_figures(self, pledged: Cast, client: Client, summary: Summary) -> None:
        text = "- Bạc Liêu: mới được [[pledge-bac-lieu-1]]."
        code = "pledges.behind.bac-lieu"
        actions.reword(summary=summary, paragraph=code, text=text, version=0, by=pledged.secretary)
        supervisions(pledged.office, *[date(2019, 10, day) for day in (1, 2, 3)])
        again = paper(pledged)
        lines = {line.code: line.text for line in document.document_lines(again.content, again.wordings.all())}
        assert lines[code] == "- Bạc Liêu: mới được 06 cuộc."
        client.force_login(pledged.secretary)
        tokens = {each["token"] for each in client.get(address("wording", code)).context["tokens"]}
        assert "[[pledge-bac-lieu-1]]" in tokens
        assert "[[pledge-hau-giang-1]]" not in tokens
