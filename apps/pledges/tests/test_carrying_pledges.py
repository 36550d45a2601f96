"""Next year's page: last year's pledges with what became of them, accepted by office or target by target."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from apps.campaigns import actions as campaigns
from apps.campaigns.next_year import Line, Part, State, lines
from apps.indicators.models import Indicator
from apps.offices.enums import LeadershipKind
from apps.offices.models import Leadership, Membership
from apps.pledges import actions
from apps.pledges.enums import Comparison
from apps.pledges.models import Pledge, PledgeTarget, PledgeVersion
from apps.pledges.promised import Promise
from apps.pledges.stories.pledges import story_of_pledge
from apps.pledges.tests.pledged import pledge, target
from apps.pledges.versions import said
from tests.cast import Cast
from tests.counted import stated, supervisions

PAGE = "/c/cum-9/movements/2020/from-last-year/"
YEAR = (date(2019, 1, 1), date(2019, 12, 31))


@pytest.fixture
def led(cast: Cast) -> Cast:
    """The secretary leads 2020 too. Bạc Liêu did 3 of 6 supervisions, registered 15 of 16, met the ceiling of surveys,
    received nobody knows how many citizens; Hậu Giang did what it pledged."""
    Leadership.objects.create(
        cluster=cast.cluster, year=2020, kind=LeadershipKind.LEADER, office=cast.offices["ca-mau"]
    )
    pledge(cast, contents=("Thực hiện tốt kế hoạch năm 2019.",), targets=[
        target("supervisions", 6), target("registration_rate", 100, Comparison.PERCENTAGE),
        target("surveys", 4, Comparison.AT_MOST), target("reception_visits", 10),
        target(text="Xong đề án năm 2019"),
    ])  # fmt: skip
    pledge(cast, cast.other_office, targets=[target("supervisions", 2), target()])
    pledge(cast, cast.offices["can-tho"], signed_on=None)
    supervisions(cast.office, date(2019, 2, 1), date(2019, 3, 1), date(2019, 9, 1))
    supervisions(cast.other_office, *[date(2019, 3, day) for day in (1, 2, 3, 4)])
    for code, value in (("headcount", 16), ("registered", 15)):
        stated(cast.office, code, value, *YEAR)
    return cast


def found(cast: Cast, office: str = "") -> list[Line]:
    every = [line for line in lines(cast.cluster, 2020, cast.secretary) if line.part == Part.PLEDGES]
    return [line for line in every if office in line.group]


def accept(cast: Cast, *wanted: Line, by: Any = None) -> campaigns.TakenOver:
    tokens = [line.token for line in wanted]
    return campaigns.take_over_year(cluster=cast.cluster, year=2020, accepted=tokens, by=by or cast.secretary)


def written(cast: Cast, office: str = "bac-lieu") -> PledgeVersion:
    rows = PledgeVersion.objects.of_year(cast.cluster, 2020).filter(pledge__office__code=office)
    return rows.with_lines().get()


def levels(version: PledgeVersion) -> list[tuple[str, str, str]]:
    return [(each.text, each.comparison, each.level) for each in said(version).targets]


# What is shown --------------------------------------------------------------------------------------------------------
def test_each_target_beside_its_result_and_what_would_be_copied(led: Cast) -> None:
    shown = [(line.title, line.before, line.after, line.note) for line in found(led, "Bạc Liêu")]
    assert shown == [
        ("Cả bản giao ước", "1 nội dung, 5 chỉ tiêu", "1 nội dung, 5 chỉ tiêu",
         "cùng mọi chỉ tiêu bên dưới, thành dự thảo của Văn phòng"),
        ("Giám sát, khảo sát", "ít nhất 6 cuộc; kết quả: 3 cuộc, không đạt", "ít nhất 3 cuộc",
         "thấp hơn mức đã giao ước: bằng kết quả đạt được"),
        ("Tỷ lệ đăng ký thi đua", "đạt tỷ lệ từ 100% trở lên; kết quả: 93,8%, không đạt",
         "đạt tỷ lệ từ 93,7% trở lên", "thấp hơn mức đã giao ước: bằng kết quả đạt được"),
        ("Khảo sát", "không quá 4 cuộc; kết quả: 0 cuộc, đạt", "không quá 4 cuộc", "giữ mức đã giao ước"),
        ("Tiếp công dân", "ít nhất 10 lượt; chưa đủ số liệu", "ít nhất 10 lượt", "giữ mức đã giao ước"),
        ("Chỉ tiêu bằng lời", "Xong đề án năm 2019", "Xong đề án năm 2020", ""),
    ]  # fmt: skip
    assert {line.state for line in found(led)} == {State.NEW}


def test_more_than_was_pledged_is_what_was_reached(led: Cast) -> None:
    line = found(led, "Hậu Giang")[1]
    assert (line.before, line.after, line.note) == ("ít nhất 2 cuộc; kết quả: 4 cuộc, đạt", "ít nhất 4 cuộc", "")


def test_nothing_is_ticked_before_somebody_ticks_it_and_drafts_of_last_year_are_no_pledges(led: Cast) -> None:
    assert not any(line.wanted for line in found(led))
    assert {line.group for line in found(led)} == {"Giao ước của Bạc Liêu", "Giao ước của Hậu Giang"}


def test_an_office_that_left_and_an_indicator_that_is_gone(led: Cast) -> None:
    Membership.objects.filter(office=led.other_office).update(valid_to=date(2019, 12, 31))
    (gone,) = found(led, "Hậu Giang")
    assert (gone.state, gone.note, gone.is_open) == (State.GONE, "không còn là thành viên của Cụm", False)
    Indicator.objects.filter(code="surveys").update(last_year=2019)
    line = next(each for each in found(led, "Bạc Liêu") if each.title == "Khảo sát")
    assert (line.state, line.note) == (State.GONE, "chỉ tiêu thống kê này không dùng trong năm 2020")
    accept(led, found(led, "Bạc Liêu")[0])
    assert "Khảo sát" not in [text for text, _comparison, _level in levels(written(led))]


def test_figures_that_are_not_public_stay_hidden_and_level_nothing(led: Cast) -> None:
    """Hậu Giang leads 2020: of last year it sees its own figures and no other office's."""
    Leadership.objects.filter(year=2020).update(office=led.other_office)
    Leadership.objects.filter(year=2019).delete()
    seen = [line for line in lines(led.cluster, 2020, led.other) if line.part == Part.PLEDGES]
    others = [line for line in seen if "Bạc Liêu" in line.group]
    own = [line for line in seen if "Hậu Giang" in line.group]
    assert (others[1].before, others[1].after) == ("ít nhất 6 cuộc; số liệu chưa công bố", "ít nhất 6 cuộc")
    assert own[1].before == "ít nhất 2 cuộc; kết quả: 4 cuộc, đạt"


# What is written ------------------------------------------------------------------------------------------------------
def test_a_whole_office_in_one_line(led: Cast) -> None:
    made = accept(led, found(led, "Bạc Liêu")[0])
    version = written(led)
    assert (made.written, made.stale, version.is_signed) == (1, (), False)
    assert levels(version) == [
        ("Giám sát, khảo sát", "at_least", "3"), ("Tỷ lệ đăng ký thi đua", "percentage", "93,7%"),
        ("Khảo sát", "at_most", "4"), ("Tiếp công dân", "at_least", "10"), ("Xong đề án năm 2020", "", ""),
    ]  # fmt: skip
    assert said(version).contents == ("Thực hiện tốt kế hoạch năm 2020.",)
    assert "năm 2020" in version.opening
    assert not Pledge.objects.filter(year=2020).exclude(office=led.office).exists()


def test_target_by_target(led: Cast) -> None:
    of = found(led, "Bạc Liêu")
    assert accept(led, of[1], of[4]).written == 2
    assert [text for text, _comparison, _level in levels(written(led))] == ["Giám sát, khảo sát", "Tiếp công dân"]
    assert [row.position for row in PledgeTarget.objects.filter(version=written(led)).order_by("position")] == [1, 2]


def test_the_whole_and_its_parts_write_each_target_once(led: Cast) -> None:
    accept(led, *found(led))
    assert len(levels(written(led))) == 5
    assert len(levels(written(led, "hau-giang"))) == 2


def test_repeating_it_does_no_harm(led: Cast) -> None:
    of = found(led, "Bạc Liêu")
    accept(led, of[0])
    again = accept(led, *of)
    assert (again.written, len(levels(written(led)))) == (0, 5)
    assert {line.state for line in found(led, "Bạc Liêu")} == {State.SAME}


@pytest.mark.parametrize("signed_on", [None, date(2020, 1, 15)])
def test_a_pledge_that_was_begun_is_left_alone(led: Cast, signed_on: date | None) -> None:
    """Whatever is ticked, from before or after it was begun."""
    before = found(led, "Bạc Liêu")
    made = pledge(
        led, year=2020, signed_on=signed_on, targets=[target("supervisions", 9), target("reception_visits", 10)]
    )
    kept = levels(written(led))
    for tokens in (before, found(led, "Bạc Liêu")):
        assert accept(led, *tokens).written == 0
    assert levels(written(led)) == kept
    states = {line.title: (line.state, line.now) for line in found(led, "Bạc Liêu")}
    assert states["Giám sát, khảo sát"] == (State.LOCKED, "ít nhất 9 cuộc")
    assert states["Tiếp công dân"] == (State.SAME, "ít nhất 10 lượt")
    assert states["Khảo sát"] == (State.LOCKED, "")
    assert states["Cả bản giao ước"] == (State.LOCKED, "2 nội dung, 2 chỉ tiêu")
    assert made.pledge.versions.count() == 1


def test_what_changed_meanwhile_is_left_alone(led: Cast) -> None:
    whole, line = found(led, "Bạc Liêu")[:2]
    supervisions(led.office, date(2019, 11, 1))
    made = accept(led, whole, line)
    assert (made.written, made.stale) == (0, ("Cả bản giao ước", "Giám sát, khảo sát"))
    assert not Pledge.objects.filter(year=2020).exists()


def test_one_begun_in_the_same_moment_is_refused(led: Cast) -> None:
    pledge(led, year=2020, signed_on=None)
    said_so: dict[str, Any] = {"cluster": led.cluster, "year": 2020, "office": led.office, "contents": ["Nội dung"]}
    with pytest.raises(ValidationError) as refused:
        actions.take_over_pledge(**said_so, targets=[Promise("Mới")], by=led.secretary)
    assert refused.value.code == "begun"
    with pytest.raises(PermissionDenied):
        actions.take_over_pledge(**said_so, targets=[Promise("Mới")], by=led.other)


def test_its_story_says_where_it_comes_from(led: Cast) -> None:
    accept(led, found(led, "Bạc Liêu")[0])
    assert {entry.what for entry in story_of_pledge([written(led).pk])} == {"Lấy từ năm trước"}


# The page -------------------------------------------------------------------------------------------------------------
def test_the_page_takes_over_by_office_and_the_office_goes_on(led: Cast, client: Client) -> None:
    client.force_login(led.secretary)
    page = client.get(PAGE).text
    assert "Giao ước của Bạc Liêu" in page
    tokens = [found(led, "Bạc Liêu")[0].token]
    assert client.post(PAGE, {"accept": tokens}).status_code == 302
    assert "Đã lấy sang 1 dòng." in client.get(PAGE).text
    client.force_login(led.clerk)
    assert "ít nhất 3 cuộc" in client.get("/c/cum-9/pledges/2020/offices/bac-lieu/").text


def test_the_lines_cost_the_same_for_however_many_offices(led: Cast, costs: Callable[..., None]) -> None:
    waiting = [led.offices[code] for code in ("ca-mau", "kien-giang", "soc-trang")]

    def add(count: int) -> None:
        for office in [waiting.pop() for _place in range(count)]:
            pledge(led, office, targets=[target("supervisions", 4), target("voters", 100), target()])
            supervisions(office, date(2019, 3, 1))

    costs(18, add=add, read=lambda: found(led))
