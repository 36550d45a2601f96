"""Pages of pledges: what they show, what the form keeps, and what never leaves an office."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from pypdf import PdfReader

from apps.accounts.models import User
from apps.campaigns.enums import ConferenceKind
from apps.campaigns.models import Conference, Period
from apps.core import inbox
from apps.offices.handover import pack
from apps.pledges import actions
from apps.pledges.enums import Comparison
from apps.pledges.models import PledgeVersion
from apps.pledges.tests.pledged import CONTENTS, SIGNED, conference, pledge, target
from apps.pledges.versions import said
from apps.pledges.views.pledge_writing import rearranged
from tests.cast import Cast
from tests.counted import supervisions

SECRET = "Tiếp 4711 lượt công dân ở ấp bí mật"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def url(name: str, *more: object, **query: str) -> str:
    address = reverse(f"pledges:{name}", args=["cum-9", 2019, *more])
    return address + ("?" + "&".join(f"{key}={value}" for key, value in query.items()) if query else "")


def as_user(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return re.sub(r"[A-Za-z0-9]{64}", "token", response.content.decode())


def word(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


# What never leaves an office ------------------------------------------------------------------------------------------
@pytest.fixture
def hidden(cast: Cast) -> PledgeVersion:
    """Bạc Liêu's pledge is signed; its amendment, a draft, holds what nobody else may know."""
    pledge(cast)
    return pledge(
        cast, signed_on=None, reason=SECRET, contents=[SECRET], targets=[target("supervisions", 4711, text=SECRET)]
    )


@pytest.mark.parametrize("role", ["other", "leader"])
def test_a_draft_stays_with_its_office(cast: Cast, hidden: PledgeVersion, role: str) -> None:
    client = as_user(getattr(cast, role))
    for address in (
        url("pledges"), url("pledge", "bac-lieu"), url("pledge", "bac-lieu", version="1"),
        url("pledge_progress", "bac-lieu"), "/inbox/",
    ):  # fmt: skip
        page = body(client, address)
        assert SECRET not in page
        assert "4.711" not in page
    assert client.get(url("pledge", "bac-lieu", version="2")).status_code == 404
    for name in ("pledge_word", "pledges_word"):
        address = url(name) if name == "pledges_word" else url(name, "bac-lieu")
        assert SECRET not in word(client.get(address).content)
    for name in ("pledge_pdf", "pledges_pdf"):
        address = url(name) if name == "pledges_pdf" else url(name, "bac-lieu")
        pages = PdfReader(io.BytesIO(client.get(address).content)).pages
        assert "4711" not in "".join(page.extract_text() for page in pages)
    assert client.get(url("pledge_word", "bac-lieu", version="2")).status_code == 404


@pytest.mark.parametrize("role", ["other", "leader"])
def test_a_first_draft_looks_like_nothing(cast: Cast, role: str) -> None:
    nothing = body(as_user(getattr(cast, role)), url("pledges"))
    pledge(cast, signed_on=None)
    client = as_user(getattr(cast, role))
    assert body(client, url("pledges")) == nothing
    assert "0/6" in nothing
    assert client.get(url("pledge_word", "bac-lieu")).status_code == 404
    assert client.get(url("pledges_word")).status_code == 404


@pytest.mark.parametrize("role", ["head", "clerk", "secretary"])
def test_a_draft_is_read_by_those_who_prepare_it(cast: Cast, hidden: PledgeVersion, role: str) -> None:
    client = as_user(getattr(cast, role))
    assert SECRET in body(client, url("pledge", "bac-lieu"))
    assert SECRET in word(client.get(url("pledge_word", "bac-lieu")).content)


def test_figures_of_others_show_once_their_report_was_received(cast: Cast) -> None:
    pledge(cast, targets=[target("supervisions", 1)])
    supervisions(cast.office, *(date(2019, 3, day) for day in range(1, 18)))
    client = as_user(cast.other)
    page = body(client, url("pledge_progress", "bac-lieu", at="2019H1"))
    assert "17 cuộc" not in page
    assert "chưa được công bố" in page
    assert "đạt</" not in body(client, url("pledges", at="2019H1"))
    Period.objects.filter(pk=cast.first_half.pk).update(published_on=date(2019, 7, 9))
    client = as_user(cast.other)
    page = body(client, url("pledge_progress", "bac-lieu", at="2019H1"))
    assert "17 cuộc" in page
    assert f"{reverse('indicators:figure', args=['cum-9', '2019H1', 'supervisions'])}?office=bac-lieu" in page
    assert "1 đạt" in body(client, url("pledges", at="2019H1"))


def test_the_scan_opens_to_members_alone(cast: Cast) -> None:
    signed = pledge(cast)
    client = as_user(cast.clerk)
    sent = client.post(url("pledge_scan", "bac-lieu"), {"upload": SimpleUploadedFile("ban-ky.pdf", PDF)})
    assert sent.status_code == 302
    address = reverse("files:file", args=["pledge", signed.pk])
    assert address in body(as_user(cast.other), url("pledge", "bac-lieu"))
    answers = [as_user(user).get(address) for user in (cast.other, cast.leader, cast.stranger)]
    assert [answer.status_code for answer in answers] == [200, 200, 404]
    for answer in answers:
        answer.close()


# What the pages say ---------------------------------------------------------------------------------------------------
def test_a_list_costs_the_same_at_one_and_at_three(cast: Cast, costs: Callable[..., None]) -> None:
    waiting = list(cast.offices)
    client = as_user(cast.secretary)

    def add(count: int) -> None:
        for code in [waiting.pop(0) for _ in range(count)]:
            pledge(cast, cast.offices[code], targets=[target("supervisions", 4), target("voters", 100), target()])
            supervisions(cast.offices[code], date(2019, 3, 1))

    costs(21, add=add, read=lambda: body(client, url("pledges")))


def test_all_in_one_file_cost_the_same_at_one_and_at_three(cast: Cast, costs: Callable[..., None]) -> None:
    waiting = list(cast.offices)
    client = as_user(cast.leader)

    def add(count: int) -> None:
        for code in [waiting.pop(0) for _ in range(count)]:
            pledge(cast, cast.offices[code])

    costs(11, add=add, read=lambda: client.get(url("pledges_word")))


def test_all_in_one_file_stand_in_the_clusters_order(cast: Cast) -> None:
    for code in ("hau-giang", "ca-mau"):
        pledge(cast, cast.offices[code])
    pages = PdfReader(io.BytesIO(as_user(cast.leader).get(url("pledges_pdf")).content)).pages
    text = "".join(page.extract_text() for page in pages)
    assert text.index("TỈNH CÀ MAU") < text.index("TỈNH HẬU GIANG")


def test_the_paper_says_what_was_signed(cast: Cast) -> None:
    pledge(
        cast, targets=[target("supervisions", 4), target()], witness="Ngô Thị Mẫu", witness_post="Chủ tịch Công đoàn"
    )
    text = word(as_user(cast.clerk).get(url("pledge_word", "bac-lieu")).content)
    for said_there in (
        "BẢN GIAO ƯỚC THI ĐUA", "Năm 2019", "VĂN PHÒNG ĐOÀN ĐBQH", "Bạc Liêu, ngày 20 tháng 02 năm 2019",
        f"1. {CONTENTS[0]}", "ít nhất 04 cuộc", "NGƯỜI CHỨNG KIẾN\nCHỦ TỊCH CÔNG ĐOÀN", "Ngô Thị Mẫu",
        "CHÁNH VĂN PHÒNG", "Trần Thị Thí Dụ", "nêu trên./.",
    ):  # fmt: skip
        assert said_there in text
    assert "DỰ THẢO" not in text


def test_the_paper_of_a_version_stays_the_same(cast: Cast) -> None:
    """Whoever amends it later, and whatever the office is called by then."""
    pledge(cast)
    client = as_user(cast.clerk)
    before = client.get(url("pledge_pdf", "bac-lieu", version="1")).content
    pledge(cast, signed_on=date(2019, 5, 15), contents=["Khác."])
    assert client.get(url("pledge_pdf", "bac-lieu", version="1")).content == before
    amended = word(client.get(url("pledge_word", "bac-lieu")).content)
    assert "thay bản ký ngày 20 tháng 02 năm 2019. Lý do điều chỉnh: Điều chỉnh nhiệm vụ." in amended


def test_an_amendment_shows_what_changed(cast: Cast) -> None:
    pledge(cast, targets=[target("supervisions", 4)])
    pledge(cast, signed_on=date(2019, 5, 15), targets=[target("supervisions", 6)])
    page = body(as_user(cast.other), url("pledge", "bac-lieu"))
    assert "ít nhất 4 cuộc</del>" in page
    assert "ít nhất 6 cuộc</ins>" in page
    assert "</del>" not in body(as_user(cast.other), url("pledge", "bac-lieu", version="1"))


# The form -------------------------------------------------------------------------------------------------------------
EMPTY = {"text": "", "indicator": "", "comparison": "", "level": ""}


def typed(revision: int, contents: list[str], targets: list[dict[str, str]], **more: str) -> dict[str, str]:
    data = {"revision": str(revision), "opening": "Mở đầu.", **more}
    for prefix, count in (("contents", len(contents)), ("targets", len(targets))):
        data |= {f"{prefix}-TOTAL_FORMS": str(count), f"{prefix}-INITIAL_FORMS": "0"}
    data |= {f"contents-{place}-text": text for place, text in enumerate(contents)}
    for place, row in enumerate(targets):
        data |= {f"targets-{place}-{name}": value for name, value in {**EMPTY, **row}.items()}
    return data


def test_the_form_keeps_what_was_typed(cast: Cast) -> None:
    draft = pledge(cast, signed_on=None)
    rows = [
        {"text": "Giám sát", "indicator": "supervisions", "level": "1.200"},
        {"indicator": "voters", "comparison": Comparison.AT_MOST, "level": "9"},
        {},
        {"text": "Không quá hạn"},
    ]
    sent = as_user(cast.clerk).post(url("edit_pledge", "bac-lieu"), typed(1, ["Một.", "", "Hai."], rows))
    assert sent.status_code == 302
    text = said(PledgeVersion.objects.with_lines().get(pk=draft.pk))
    assert text.contents == ("Một.", "Hai.")
    assert [(each.text, each.comparison, each.value) for each in text.targets] == [
        ("Giám sát", Comparison.AT_LEAST, 1200), ("Lượt cử tri dự tiếp xúc", Comparison.AT_MOST, 9),
        ("Không quá hạn", "", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"text": "x", "indicator": "supervisions", "level": "nhiều"}, "không phải là số nguyên"),
        ({"text": "x", "indicator": "supervisions"}, "Hãy ghi mức phấn đấu."),
        ({"text": "x", "level": "3"}, "Hãy chọn chỉ tiêu thống kê"),
        ({"text": "x", "indicator": "supervisions", "comparison": "percentage", "level": "90"}, "không phải tỷ lệ"),
        ({"text": "x", "indicator": "registration_rate", "level": "101"}, "không phải là tỷ lệ"),
        ({"text": "x" * 4001}, "4001"),
    ],
)
def test_the_form_says_what_is_wrong_and_keeps_the_rest(cast: Cast, row: dict[str, str], message: str) -> None:
    pledge(cast, signed_on=None)
    sent = as_user(cast.clerk).post(url("edit_pledge", "bac-lieu"), typed(1, ["Chữ của tôi."], [row]))
    page = sent.content.decode()
    assert sent.status_code == 200
    assert message in page
    assert "Chữ của tôi." in page
    named = page[: page.index('id="contents"')]  # at the head of the page, with the way to the field
    assert "Chỉ tiêu 1" in named
    assert 'href="#id_targets-0-' in named
    assert PledgeVersion.objects.get().revision == 1


def test_buttons_beside_a_row_save_nothing(cast: Cast) -> None:
    pledge(cast, signed_on=None)
    client, address = as_user(cast.clerk), url("edit_pledge", "bac-lieu")
    page = client.post(address, typed(1, ["Một.", "Hai."], [{}], do="down-contents-0")).content.decode()
    assert page.index("Hai.") < page.index("Một.")
    page = client.post(address, typed(1, ["Một.", "Hai."], [{}], do="remove-contents-0")).content.decode()
    assert "Một." not in page
    page = client.post(address, typed(1, ["Một."], [{}], do="add-targets")).content.decode()
    assert 'name="targets-TOTAL_FORMS" value="2"' in page
    assert "autofocus" in page
    for nonsense in ("up-contents-0", "remove-contents-99", "remove-nothing-1", "x", "-", "add"):
        assert client.post(address, typed(1, ["Một."], [{}], do=nonsense)).status_code == 200
    assert PledgeVersion.objects.get().revision == 1


def test_rows_are_moved_within_their_list() -> None:
    rows: list[dict[str, str]] = [{"text": "a"}, {"text": "b"}]
    assert rearranged(list(rows), ["up", "0"], ("text",)) == rows
    assert rearranged(list(rows), ["down", "1"], ("text",)) == rows
    assert rearranged(list(rows), ["down", "²"], ("text",)) == rows
    full = [{"text": str(number)} for number in range(60)]
    assert rearranged(full, ["add"], ("text",)) == full


def test_last_years_figures_stand_beside_and_are_proposed(cast: Cast) -> None:
    supervisions(cast.office, *(date(2018, 3, day) for day in (1, 2, 3)))
    pledge(cast, signed_on=None, targets=[target("voters", 5)])
    client, address = as_user(cast.clerk), url("edit_pledge", "bac-lieu")
    assert "(năm 2018: 3 cuộc)" in body(client, address)
    rows = [{"text": "Của tôi", "indicator": "voters", "level": "5"}, {}]
    page = client.post(address, typed(1, ["Một."], rows, do="propose")).content.decode()
    assert 'name="targets-TOTAL_FORMS" value="2"' in page  # the empty row made room
    assert "Năm 2018: 3 cuộc" in page


def test_a_refused_form_goes_back_with_what_was_typed(cast: Cast) -> None:
    draft = pledge(cast, signed_on=None)
    client, address = as_user(cast.clerk), url("edit_pledge", "bac-lieu")
    assert client.post(address, typed(1, ["Người khác."], [{"text": "x"}])).status_code == 302
    page = client.post(address, typed(1, ["Của tôi."], [{"text": "x"}])).content.decode()
    assert "Của tôi." in page
    assert "Người khác vừa lưu" in page
    assert 'name="revision" value="2"' in page
    assert client.post(address, typed(2, ["Của tôi."], [{"text": "x"}])).status_code == 302
    assert said(PledgeVersion.objects.with_lines().get(pk=draft.pk)).contents == ("Của tôi.",)


def test_the_head_sees_what_changed_and_signs(cast: Cast) -> None:
    conference(cast)
    pledge(cast, targets=[target("supervisions", 4)])
    draft = pledge(cast, signed_on=None, targets=[target("supervisions", 6)])
    client, address = as_user(cast.head), url("sign_pledge", "bac-lieu")
    page = body(client, address)
    assert "ít nhất 6 cuộc</ins>" in page
    assert f'value="{cast.head.full_name}"' in page
    data = {"revision": "1", "signed_on": "15/05/2019", "signer": "Trần Thị Thí Dụ", "signed_as": "CHÁNH VĂN PHÒNG"}
    assert client.post(address, {**data, "signed_on": "19/02/2019"}).status_code == 200
    assert client.post(address, {**data, "revision": "7"}).status_code == 200
    assert client.post(address, data).status_code == 302
    draft.refresh_from_db()
    assert draft.signed_on == date(2019, 5, 15)


def test_a_year_at_hand_is_found(cast: Cast) -> None:
    sent = as_user(cast.clerk).get(reverse("pledges:pledges_latest", args=["cum-9"]))
    assert sent["Location"] == url("pledges")


# The inbox, the hand-over ---------------------------------------------------------------------------------------------
def steps(user: User, on: date) -> list[tuple[str, str]]:
    fresh = User.objects.get(pk=user.pk)
    found = [each for each in inbox.items(fresh, on) if each.url.startswith("/c/cum-9/pledges/")]
    return [(each.step, each.about) for each in found]


def test_a_pledge_is_prepared_and_signed_by_the_day_of_the_conference(cast: Cast) -> None:
    before, after = SIGNED - timedelta(days=10), SIGNED + timedelta(days=1)
    assert steps(cast.clerk, before) == []
    conference(cast)
    assert steps(cast.clerk, SIGNED - timedelta(days=31)) == []
    assert steps(cast.clerk, before) == [("pledges.prepare", "Bạc Liêu")]
    draft = pledge(cast, signed_on=None)
    assert steps(cast.clerk, before) == []
    assert steps(cast.head, before) == [("pledges.sign", "Bạc Liêu")]
    assert steps(cast.other, before) == [("pledges.prepare", "Hậu Giang")]
    assert steps(cast.leader, before) == steps(cast.secretary, before) == []
    late = ", ".join(str(office) for office in cast.offices.values())
    assert steps(cast.secretary, after) == [("pledges.unsigned", late)]
    signing = actions.Signing(signed_on=SIGNED, signer="Trần Thị Thí Dụ", signed_as="CHÁNH VĂN PHÒNG")
    actions.sign_pledge(version=draft, signing=signing, revision=1, by=cast.head)
    assert steps(cast.head, after) == []
    assert "Bạc Liêu" not in steps(cast.secretary, after)[0][1]
    assert steps(cast.head, date(2020, 1, 1)) == steps(cast.secretary, date(2020, 1, 1)) == []


def test_an_amendment_waits_for_its_head_alone(cast: Cast) -> None:
    signed = pledge(cast)
    actions.amend_pledge(pledge=signed.pledge, reason="Vì sao", by=cast.clerk)
    on = date(2019, 5, 1)
    assert steps(cast.head, on) == [("pledges.sign", "Bạc Liêu")]
    assert steps(cast.clerk, on) == steps(cast.other, on) == steps(cast.secretary, on) == []


def test_the_inbox_costs_the_same_however_many_wait(cast: Cast, costs: Callable[..., None]) -> None:
    from apps.pledges.pledge_places import items

    conference(cast)
    waiting = list(cast.offices)

    def add(count: int) -> None:
        for code in [waiting.pop(0) for _ in range(count)]:
            pledge(cast, cast.offices[code], signed_on=None)

    def read() -> None:
        list(items(User.objects.get(pk=cast.secretary.pk), SIGNED + timedelta(days=1)))

    costs(7, add=add, read=read)


def test_what_goes_with_a_year(cast: Cast) -> None:
    pledge(cast)
    pledge(cast, cast.other_office, signed_on=None)
    found = [(str(each.part), each.title) for each in pack(cast.cluster, 2019) if "/pledges/" in each.url]
    assert found == [("open", "Hậu Giang"), ("papers", "Bạc Liêu")]


def test_a_pledge_conference_is_not_the_one_that_a_report_follows(cast: Cast) -> None:
    from tests.counted import paper_due

    Conference.objects.exclude(kind=ConferenceKind.PLEDGE).delete()
    conference(cast)
    assert paper_due(cast.first_half) == "draft"
