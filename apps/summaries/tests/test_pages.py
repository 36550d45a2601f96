"""The pages: figures open, wordings survive, changes show, queries are few."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from apps.activities.models import Record
from apps.activities.tests.factories import SupervisionFactory
from apps.summaries import actions
from apps.summaries.content.document import document_lines
from apps.summaries.enums import Paper
from apps.summaries.models import Build, Prose, Summary, Wording
from apps.summaries.tests.half_year import paper
from apps.summaries.tests.test_writing import content_of, words_of_docx
from tests.cast import Cast


def url(name: str, *more: str) -> str:
    return reverse(f"summaries:{name}", args=["cum-9", "2019H1", *more])


def reword(cast: Cast, summary: Summary, text: str, version: int = 0) -> Wording:
    return actions.reword(
        summary=summary, paragraph="supervision.results", text=text, version=version, by=cast.secretary
    )


def line(summary: Summary, paragraph: str = "supervision.results"):
    lines = document_lines(summary.content, summary.wordings.all())
    return next(each for each in lines if each.code == paragraph)


class TestWording:
    def test_an_edit_survives_a_rebuild_with_new_figures(self, cast: Cast) -> None:
        SupervisionFactory(record__office=cast.office)
        summary = paper(cast)
        reword(cast, summary, "Nổi bật là [[supervisions]].")
        assert line(summary).text == "Nổi bật là 01 cuộc."
        SupervisionFactory(record__office=cast.office)
        summary = paper(cast)
        assert line(summary).text == "Nổi bật là 02 cuộc."
        assert "Nổi bật là 02 cuộc." in words_of_docx(content_of(summary.word))
        assert not line(summary).outdated

    def test_another_generated_wording_is_told(self, cast: Cast) -> None:
        SupervisionFactory(record__office=cast.office, kind="thematic")
        reword(cast, paper(cast), "Nổi bật là [[supervisions]].")
        SupervisionFactory(record__office=cast.office, kind="survey")
        assert line(paper(cast)).outdated

    def test_unknown_figures_are_refused_by_name(self, cast: Cast) -> None:
        summary = paper(cast)
        for bad in ("[[nothing]]", "[[supervisions|loud]]", "[[supervisions"):
            with pytest.raises(ValidationError) as refused:
                reword(cast, summary, f"Có {bad}.")
            assert bad in refused.value.messages[0]
        assert not Wording.objects.exists()

    def test_figures_may_be_left_out_and_the_generated_wording_restored(self, cast: Cast) -> None:
        SupervisionFactory(record__office=cast.office)
        summary = paper(cast)
        generated = line(summary).text
        reword(cast, summary, "Không có số.")
        assert line(summary).text == "Không có số."
        actions.restore_wording(summary=summary, paragraph="supervision.results", by=cast.secretary)
        actions.restore_wording(summary=summary, paragraph="supervision.results", by=cast.secretary)
        assert line(summary).text == generated

    def test_two_editors_notice_each_other(self, cast: Cast) -> None:
        summary = paper(cast)
        assert reword(cast, summary, "Một.").version == 1
        with pytest.raises(ValidationError):
            reword(cast, summary, "Hai.", version=0)
        assert reword(cast, summary, "Hai.", version=1).version == 2

    def test_others_write_nothing(self, cast: Cast) -> None:
        summary = paper(cast)
        for user in (cast.head, cast.leader, cast.administrator):
            with pytest.raises(PermissionDenied):
                actions.reword(summary=summary, paragraph="intro", text="x", version=0, by=user)
            with pytest.raises(PermissionDenied):
                actions.write_prose(period=cast.first_half, section="limits", text="x", by=user)

    def test_by_the_browser(self, cast: Cast, client) -> None:
        paper(cast)
        client.force_login(cast.secretary)
        address = url("wording", "after", "supervision.results")
        assert "[[reception_visits]]" not in client.get(address).content.decode()
        refused = client.post(address, {"text": "Có [[sai]].", "version": "0"})
        assert "[[sai]]" in refused.content.decode()
        assert client.post(address, {"text": "Có khác.", "version": "0"}).status_code == 302
        assert "Có khác." in client.get(url("paper", "after")).content.decode()


def test_the_page_says_what_has_changed_and_a_click_renews_it(cast: Cast, client) -> None:
    SupervisionFactory(record__office=cast.office)
    paper(cast)
    client.force_login(cast.secretary)
    assert "đã thay đổi so với lúc lập" not in client.get(url("paper", "after")).content.decode()
    SupervisionFactory(record__office=cast.office)
    page = client.get(url("paper", "after")).content.decode()
    assert "đã thay đổi so với lúc lập" in page
    assert "01 cuộc → <b>02 cuộc</b>" in page
    assert client.post(url("build", "after")).status_code == 302
    assert Build.objects.open().count() == 1
    page = client.get(url("progress", "after"))
    assert "HX-Refresh" not in page
    actions.run_build(build_id=Build.objects.open().get().pk)
    assert client.get(url("progress", "after"))["HX-Refresh"] == "true"
    assert "đã thay đổi so với lúc lập" not in client.get(url("paper", "after")).content.decode()


def test_a_deleted_record_leaves_every_figure(cast: Cast) -> None:
    SupervisionFactory(record__office=cast.office)
    Record.objects.update(deleted_at=timezone.now(), deleted_by=cast.secretary)
    SupervisionFactory(record__office=cast.office)
    assert "01 cuộc giám sát" in line(paper(cast)).text


def test_a_figure_opens_office_by_office_for_those_who_may(cast: Cast, client) -> None:
    SupervisionFactory(record__office=cast.office)
    SupervisionFactory(record__office=cast.other_office)
    summary = paper(cast, Paper.DRAFT)
    client.force_login(cast.leader)
    page = client.get(url("figure", "draft", "supervisions")).content.decode()
    assert "02 cuộc" in page
    assert "Hậu Giang" in page
    actions.publish(summary=summary, by=cast.secretary)
    client.force_login(cast.clerk)
    part = client.get(url("figure", "draft", "supervisions"), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Bạc Liêu" in part
    assert "Hậu Giang" not in part  # the period itself is not published


def test_typed_parts_are_kept_and_asked_for(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    paper(cast)
    assert "Chưa nhập" in client.get(url("paper", "after")).content.decode()
    answer = client.post(url("prose"), {"assessment": "Tốt.", "limits": "Ít.", "proposals": "Không."})
    assert answer.status_code == 302
    assert Prose.objects.exclude(text="").count() == 3
    assert "Tệp Word, PDF cũ hơn phần vừa sửa" in client.get(url("paper", "after")).content.decode()
    paper(cast)
    page = client.get(url("paper", "after")).content.decode()
    assert "1. Ưu điểm" in page
    assert "Không./." in page
    assert "Chưa nhập" not in page


def test_files_are_attachments_by_name(cast: Cast, client) -> None:
    paper(cast)
    client.force_login(cast.leader)
    for name, ending in (("word", ".docx"), ("pdf", ".pdf"), ("annex", "-phu-luc-1.pdf")):
        answer = client.get(url(name, "after"))
        assert answer["Content-Disposition"] == f'attachment; filename="bao-cao-cum-9-2019H1-after{ending}"'
        assert len(answer.content) > 5000


@pytest.mark.parametrize("times", [1, 3])
def test_the_page_costs_the_same_whatever_there_is(cast: Cast, client, django_assert_num_queries, times: int) -> None:
    for _ in range(times):
        SupervisionFactory(record__office=cast.office)
    summary = paper(cast)
    for place, code in enumerate(("intro", "supervision.results", "situation.members")[:times]):
        actions.reword(summary=summary, paragraph=code, text=f"Câu {place}.", version=0, by=cast.secretary)
    client.force_login(cast.secretary)
    client.get(url("paper", "after"))
    with django_assert_num_queries(21):
        client.get(url("paper", "after"))


def test_the_secretariat_reads_what_was_reworded_typed_and_published(cast: Cast, client) -> None:
    summary = paper(cast)
    wording = reword(cast, summary, "Câu cũ.")
    reword(cast, summary, "Câu mới.", version=wording.version)
    actions.write_prose(period=cast.first_half, section="situation", text="Kinh phí ít.", by=cast.secretary)
    actions.publish(summary=summary, by=cast.secretary)
    client.force_login(cast.secretary)
    page = client.get(url("paper", "after")).text
    history = page[page.index('id="history"') :]
    assert "<del>Câu cũ.</del> → <ins>Câu mới.</ins>" in history
    assert "<ins>Kinh phí ít.</ins>" in history
    assert "Công bố" in history
    assert "Nguyễn Văn Mẫu · " in history
    client.force_login(cast.clerk)
    answer = client.get(url("paper", "after"))
    assert answer.status_code == 200
    assert 'id="history"' not in answer.text
