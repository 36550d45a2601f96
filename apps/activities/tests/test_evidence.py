"""Evidence on records and stated figures: kept file by file, once on a line, read by whoever may open the line."""

from __future__ import annotations

import threading
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from apps.activities import actions
from apps.activities.evidenced import Line
from apps.activities.models import Evidence, Record
from apps.activities.tests.factories import SupervisionFactory
from apps.files.models import StoredFile
from apps.files.tests.samples import GIF, JPEG, PDF, archive, docx
from apps.indicators.models import Indicator
from tests.cast import Cast, make_cast

JSON = {"accept": "application/json"}


def make_record(cast: Cast, **owner: Any) -> Record:
    made: Any = SupervisionFactory(
        **{f"record__{name}": value for name, value in (owner or {"office": cast.office}).items()}
    )
    record: Record = made.record
    return record


def file(content: bytes = PDF, name: str = "bien ban.pdf") -> ContentFile[bytes]:
    return ContentFile(content, name=name)


def attach(cast: Cast, record: Record, *files: ContentFile[bytes], by: Any = None) -> list[actions.Outcome]:
    line = Line(cluster=cast.cluster, record=record)
    return actions.attach_evidence(line=line, files=files or [file()], by=by or cast.clerk)


def one(cast: Cast, record: Record, *files: ContentFile[bytes], by: Any = None) -> Evidence:
    [outcome] = attach(cast, record, *files, by=by)
    assert outcome.evidence is not None, outcome.refusal
    return outcome.evidence


def here(record: Record) -> str:
    return f"/c/cum-9/2019H1/records/{record.pk}/"


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def opened(client: Client, evidence: Evidence) -> int:
    answer: Any = client.get(f"/files/evidence/{evidence.pk}/")
    if answer.streaming:
        body(answer)  # read to its end, the file is closed
    return int(answer.status_code)


def test_the_good_ones_are_kept_and_the_bad_ones_named(cast: Cast) -> None:
    outcomes = attach(
        cast, make_record(cast), file(), file(b"MZ\x90", "độc.pdf"), file(JPEG, "anh.png"), file(b"", "rong.txt"),
        file(docx(**{"word/vbaProject.bin": b"x"}), "m.docm"), file(b"<html>", "trang.txt"),
        file(archive({"a.txt": b"x"}), "goi.zip"),
    )  # fmt: skip
    assert [each.name for each in outcomes if each.evidence] == ["bien ban.pdf", "anh.jpg"]
    refused = [each.refusal for each in outcomes if each.refusal]
    assert len(refused) == 5
    assert "“độc.pdf”: tệp chương trình" in refused[0]
    assert "JPEG" in refused[0]
    assert StoredFile.objects.count() == 2


def test_the_same_file_stands_once_on_a_line_and_is_stored_once(cast: Cast) -> None:
    first, other = make_record(cast), make_record(cast)
    made = one(cast, first)
    again = attach(cast, first, file(name="ten khac.pdf"), file())
    assert [(each.evidence, each.already) for each in again] == [(made, True), (made, True)]
    elsewhere = one(cast, other, file(name="ban sao.pdf"))
    assert elsewhere.file == made.file
    assert (made.name, elsewhere.name) == ("bien ban.pdf", "ban sao.pdf")


def test_a_line_holds_fifty(cast: Cast) -> None:
    record = make_record(cast)
    outcomes = attach(cast, record, *(file(PDF + bytes(str(n), "ascii"), f"{n}.pdf") for n in range(60)))
    assert sum(1 for each in outcomes if each.evidence) == 50
    assert outcomes[50].refusal == "Chưa đính kèm “50.pdf”: mỗi dòng tối đa 50 tệp."
    assert attach(cast, record, file(PDF + b"7"))[0].already


def test_a_file_that_is_too_large_is_named(cast: Cast, settings: Any) -> None:
    settings.EVIDENCE_MAX_BYTES = 2048
    [outcome] = attach(cast, make_record(cast), file(PDF + b"x" * 3000))
    assert outcome.refusal == "“bien ban.pdf” nặng 3 KB; mỗi tệp tối đa 2 KB."


def test_names_come_out_harmless(cast: Cast) -> None:
    outcomes = attach(
        cast,
        make_record(cast),
        file(PDF, 'a"\r\nX: y.pdf'),
        file(GIF, "anh\u202efig.exe"),
        file(JPEG, "x" * 300 + ".jpg"),
    )
    assert [each.name for each in outcomes[:2]] == ['a" X: y.pdf', "anh fig.exe.gif"]
    assert len(outcomes[2].name) == 150


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_attach_once() -> None:
    cast = make_cast()
    record = make_record(cast)
    start, faults = threading.Barrier(3), []

    def send() -> None:
        try:
            start.wait()
            attach(cast, record)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert Evidence.objects.count() == StoredFile.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "own", "anothers", "clusters"),
    [
        ("secretary", True, True, True),
        ("head", True, False, False),
        ("clerk", True, False, False),
        ("other", False, True, False),
        ("leader", False, False, False),
        ("administrator", False, False, False),
        ("stranger", False, False, False),
    ],
)
def test_who_writes(cast: Cast, who: str, own: bool, anothers: bool, clusters: bool) -> None:
    lines: list[dict[str, Any]] = [{"office": cast.office}, {"office": cast.other_office}, {"cluster": cast.cluster}]
    found = []
    for owner in lines:
        try:
            found.append(bool(one(cast, make_record(cast, **owner), by=cast.people[who])))
        except PermissionDenied:
            found.append(False)
    assert found == [own, anothers, clusters]


@pytest.mark.parametrize(
    ("who", "own", "anothers", "clusters", "published"),
    [
        ("secretary", True, True, True, True),
        ("head", True, False, True, True),
        ("clerk", True, False, True, True),
        ("other", False, True, True, True),
        ("leader", True, True, True, True),
        ("administrator", False, False, False, False),
        ("stranger", False, False, False, False),
    ],
)
def test_who_reads(
    cast: Cast, client: Client, who: str, own: bool, anothers: bool, clusters: bool, published: bool
) -> None:
    made = [
        one(cast, make_record(cast, **owner), by=cast.secretary)
        for owner in ({"office": cast.office}, {"office": cast.other_office}, {"cluster": cast.cluster})
    ]
    user = cast.people[who]
    assert user is not None
    client.force_login(user)
    states = [opened(client, each) == 200 for each in made]
    assert states == [own, anothers, clusters]
    cast.first_half.published_on = date(2019, 7, 10)
    cast.first_half.save()
    assert {opened(client, each) for each in made} == {200 if published else 404}


@pytest.mark.parametrize(
    ("who", "own", "anothers", "clusters", "published"),
    [
        ("secretary", True, True, True, True),
        ("clerk", True, False, False, True),
        ("other", False, True, False, True),
        ("leader", True, True, True, True),
        ("administrator", False, False, False, False),
        ("stranger", False, False, False, False),
    ],
)
def test_who_reads_behind_a_stated_figure(
    cast: Cast, who: str, own: bool, anothers: bool, clusters: bool, published: bool
) -> None:
    """As the page of stated figures: the cluster's own line is for leaders and secretariat, published or not."""
    made = []
    for office in (cast.office, cast.other_office, None):
        line = figure(cast, office)
        [outcome] = actions.attach_evidence(line=line, files=[file()], by=cast.secretary)
        assert outcome.evidence
        made.append(outcome.evidence)

    def read() -> list[bool]:
        user: Any = cast.people[who]
        user.__dict__.pop("_roles", None)
        seen = set(Evidence.objects.visible_to(user))
        return [each in seen for each in made]

    assert read() == [own, anothers, clusters]
    cast.first_half.published_on = date(2019, 7, 10)
    cast.first_half.save()
    assert read() == [published, published, clusters]


def figure(cast: Cast, office: Any, code: str = "headcount", **span: date) -> Line:
    half = cast.first_half
    return Line(
        cluster=cast.cluster, indicator=Indicator.objects.get(code=code), office=office,
        starts_on=span.get("starts_on", half.starts_on), ends_on=span.get("ends_on", half.ends_on),
    )  # fmt: skip


def test_another_offices_file_is_not_had_by_its_content(cast: Cast, client: Client) -> None:
    """Bringing the same bytes gives one's own link to them, never the other's; and its address alone opens nothing."""
    theirs = one(cast, make_record(cast, office=cast.other_office), by=cast.other)
    mine = one(cast, make_record(cast))
    assert mine.file == theirs.file
    client.force_login(cast.clerk)
    assert opened(client, theirs) == 404
    assert client.get(f"/files/{theirs.file.sha256}/{theirs.pk}/").status_code == 404
    assert body(client.get(f"/files/evidence/{mine.pk}/")) == PDF
    answer = client.post(f"{here(mine.record)}evidence/", {"link": theirs.pk})  # type: ignore[arg-type]
    assert answer.status_code == 404


def test_after_removal_the_address_opens_nothing(cast: Cast, client: Client) -> None:
    record = make_record(cast)
    made = one(cast, record)
    client.force_login(cast.clerk)
    client.post(f"/c/cum-9/2019H1/evidence/{made.pk}/remove/")
    client.post(f"/c/cum-9/2019H1/evidence/{made.pk}/remove/")
    assert opened(client, made) == 404
    client.post(f"/c/cum-9/2019H1/evidence/{made.pk}/restore/")
    assert opened(client, made) == 200
    actions.delete_record(record=record, cluster=cast.cluster, by=cast.clerk)
    assert opened(client, made) == 200  # who may restore the record sees what it has
    client.force_login(cast.leader)
    assert opened(client, made) == 404


def test_brought_back_it_stands_once(cast: Cast) -> None:
    record = make_record(cast)
    gone = one(cast, record)
    actions.remove_evidence(evidence=gone, cluster=cast.cluster, by=cast.clerk)
    one(cast, record)
    actions.restore_evidence(evidence=gone, cluster=cast.cluster, by=cast.clerk)
    assert Evidence.objects.alive().count() == 1


def test_renaming_keeps_the_ending_and_overwrites_nobody_unseen(cast: Cast) -> None:
    made = one(cast, make_record(cast))

    def rename(name: str, seen: str) -> str:
        actions.rename_evidence(evidence=made, cluster=cast.cluster, name=name, seen=seen, by=cast.clerk)
        made.refresh_from_db()
        return str(made.name)

    assert rename("Biên bản/../../số 1", "bien ban.pdf") == "số 1.pdf"
    assert rename("số 1", "bien ban.pdf") == "số 1.pdf"  # the same, sent twice
    with pytest.raises(ValidationError) as refusal:
        rename("của tôi", "bien ban.pdf")
    assert refusal.value.code == "version"
    with pytest.raises(ValidationError):
        rename("  ", "số 1.pdf")


def test_nothing_is_attached_to_what_was_deleted(cast: Cast) -> None:
    record = make_record(cast)
    Record.objects.update(deleted_at=timezone.now())
    [outcome] = attach(cast, record)
    assert "xóa" in outcome.refusal


def test_the_page_without_script(cast: Cast, client: Client) -> None:
    record = make_record(cast)
    client.force_login(cast.clerk)
    answer = client.post(
        f"{here(record)}evidence/", {"files": [file(), file(b"MZ", "virus.pdf"), file(GIF, "a.gif")]}, follow=True
    )
    text = answer.content.decode()
    assert "Đã đính kèm 2 tệp." in text
    assert "Không nhận “virus.pdf”" in text
    assert text.count('class="evidence-item"') == 2
    assert "Đính kèm minh chứng" in text  # the history says it in words
    assert "Chưa chọn tệp nào." in client.post(f"{here(record)}evidence/", follow=True).content.decode()


def test_the_script_gets_each_outcome_and_the_list(cast: Cast, client: Client) -> None:
    record = make_record(cast)
    client.force_login(cast.clerk)
    answer = client.post(f"{here(record)}evidence/", {"files": file()}, headers=JSON).json()
    assert [(each["name"], each["state"]) for each in answer["results"]] == [("bien ban.pdf", "kept")]
    assert "bien ban.pdf" in answer["html"]
    again = client.post(f"{here(record)}evidence/", {"files": [file(), file(b"MZ", "a.pdf")]}, headers=JSON).json()
    assert [each["state"] for each in again["results"]] == ["already", "refused"]


def test_files_of_other_lines_are_offered_and_linked(cast: Cast, client: Client) -> None:
    first, second = make_record(cast), make_record(cast)
    made, theirs = one(cast, first), one(cast, make_record(cast), file(GIF, "cua-chanh.gif"), by=cast.head)
    client.force_login(cast.clerk)
    page = client.get(here(second)).content.decode()
    assert f'value="{made.pk}"' in page
    assert "cua-chanh.gif" not in page
    for _twice in range(2):
        client.post(f"{here(second)}evidence/", {"link": made.pk})
    [linked] = second.evidence.all()
    assert linked.file == made.file
    assert client.post(f"{here(second)}evidence/", {"link": theirs.pk}).status_code == 404
    assert client.post(f"{here(second)}evidence/", {"link": "9" * 30}).status_code == 404
    client.force_login(cast.leader)
    assert f'value="{made.pk}"' not in client.get(here(second)).content.decode()


def test_evidence_behind_a_stated_figure(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    page = "/c/cum-9/2019H1/stated/headcount/evidence/?office=bac-lieu"
    client.post(page, {"files": file()})
    client.post(f"{page}&from=2019-02-01&to=2019-02-28", {"files": file(GIF, "thang 2.gif")})
    text = client.get(page).content.decode()
    assert "bien ban.pdf" in text
    assert "01/02/2019–28/02/2019" in text
    february = client.get(f"{page}&from=2019-02-01&to=2019-02-28").content.decode()
    assert (text.count('class="evidence-item"'), february.count('class="evidence-item"')) == (2, 1)
    assert (
        '<span>2</span><span class="visually-hidden"> tệp minh chứng'
        in client.get("/c/cum-9/2019H1/stated/").content.decode()
    )
    for wrong in (
        "&from=2018-02-01&to=2019-02-28",
        "&from=x&to=y",
        "&from=2019-02-01",
        "&from=2019-03-01&to=2019-02-01",
    ):
        assert client.get(page + wrong).status_code == 404
    client.force_login(cast.other)
    assert client.get(page).status_code == 404
    assert client.post(page, {"files": file()}).status_code == 404
    client.force_login(cast.leader)
    assert client.post(page, {"files": file()}).status_code == 403


def test_a_list_counts_the_files_that_are_there(cast: Cast, client: Client) -> None:
    record = make_record(cast)
    gone = attach(cast, record, file(), file(GIF, "a.gif"), file(JPEG, "b.jpg"))[0].evidence
    assert gone
    actions.remove_evidence(evidence=gone, cluster=cast.cluster, by=cast.clerk)
    client.force_login(cast.clerk)
    text = client.get("/c/cum-9/2019H1/records/?list=supervision").content.decode()
    assert f'href="/c/cum-9/2019H1/records/{record.pk}/#evidence"' in text
    assert "<span>2</span>" in text


def test_the_pages_cost_the_same_however_many_files(cast: Cast, client: Client, costs: Any) -> None:
    record = make_record(cast)
    client.force_login(cast.clerk)
    numbers = iter(range(100))

    def add(count: int) -> None:
        for _ in range(count):
            n = next(numbers)
            attach(cast, record, file(PDF + bytes([n + 65]), f"{n}.pdf"))
            attach(cast, make_record(cast), file(GIF + bytes([n + 65]), f"{n}.gif"))

    costs(21, add=add, read=lambda: client.get(here(record)))
