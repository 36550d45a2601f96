"""The head of an office's papers, as of a day."""

from datetime import date

import pytest

from apps.core.papers.paper import Kind
from apps.offices.letterhead import Letterhead, initials, leading_letterhead, letterhead_of
from apps.offices.models import OfficeName
from tests.cast import FOUNDED, Cast


@pytest.fixture
def renamed(cast: Cast) -> None:
    """Cà Mau has another name from 2021 on."""
    office = cast.offices["ca-mau"]
    OfficeName.objects.filter(office=office).update(valid_to=date(2020, 12, 31))
    OfficeName.objects.create(
        office=office, name="Văn phòng Đoàn ĐBQH và HĐND tỉnh Cà Mau", short_name="Cà Mau", province="tỉnh Cà Mau",
        valid_from=date(2021, 1, 1),
    )  # fmt: skip


@pytest.mark.usefixtures("renamed")
@pytest.mark.parametrize(
    ("day", "issuer"),
    [
        (FOUNDED, "VĂN PHÒNG ĐOÀN ĐBQH"), (date(2020, 12, 31), "VĂN PHÒNG ĐOÀN ĐBQH"),
        (date(2021, 1, 1), "VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND"), (date(2010, 1, 1), "VĂN PHÒNG ĐOÀN ĐBQH"),
    ],
)  # fmt: skip
def test_a_paper_has_the_name_of_its_day(cast: Cast, day: date, issuer: str) -> None:
    assert letterhead_of(cast.offices["ca-mau"].pk, day).issuer == (issuer, "TỈNH CÀ MAU")


@pytest.mark.usefixtures("renamed")
def test_where_no_place_of_issue_is_known_the_province_stands(cast: Cast) -> None:
    assert letterhead_of(cast.offices["ca-mau"].pk, date(2019, 6, 1)).locality == "Cà Mau"
    assert letterhead_of(cast.offices["ca-mau"].pk, date(2022, 6, 1)).locality == "tỉnh Cà Mau"


def test_the_leading_office_of_the_year_gives_its_head(cast: Cast) -> None:
    head = leading_letterhead(cast.cluster, 2019, date(2019, 6, 1))
    assert head == Letterhead(
        ("ĐOÀN ĐẠI BIỂU QUỐC HỘI", "TỈNH CÀ MAU"), ("VĂN PHÒNG ĐOÀN ĐBQH", "TỈNH CÀ MAU"), "Cà Mau",
        "Văn phòng Đoàn ĐBQH tỉnh Cà Mau",
    )  # fmt: skip
    assert leading_letterhead(cast.cluster, 2030, date(2030, 6, 1)) == Letterhead()


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Văn phòng Đoàn ĐBQH tỉnh Cà Mau", "VPĐĐBQH"), ("Văn phòng Đoàn ĐBQH thành phố Cần Thơ", "VPĐĐBQH"),
        ("Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh An Giang", "VPĐĐBQHHĐND"), ("", ""),
    ],
)  # fmt: skip
def test_symbols_begin_with_the_kind_and_the_office(name: str, short: str) -> None:
    assert initials(name) == short
    head = Letterhead(name=name)
    assert head.symbol(Kind.LETTER) == short
    assert head.symbol(Kind.REPORT) == (f"BC-{short}" if short else "BC")
