"""The case is set up once, and its one-click roles exist only where nothing is real."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count
from django.test import Client

from apps.accounts.models import User
from apps.activities.models import Import, Record
from apps.campaigns.confirming import counts
from apps.campaigns.models import Campaign, Chair, Conference, Period, Task
from apps.demonstration import case, load
from apps.indicators.enums import Origin
from apps.indicators.models import Indicator
from apps.indicators.reading import Window, figures
from apps.offices.models import Cluster, Leadership, Office
from apps.offices.roles import roles_of
from apps.pledges.enums import SheetState
from apps.pledges.models import RegistrationSheet
from apps.summaries.models import Build, Prose

TAKE = "/demonstration/roles/{}/"


@pytest.fixture
def demonstration(db: None, settings: Any) -> None:
    """People and calendar; the lists and papers come with `whole`."""
    settings.DEMONSTRATION = True
    load.set_up(lambda line: None)


@pytest.fixture
def whole(db: None, settings: Any) -> None:
    settings.DEMONSTRATION = True
    call_command("demonstrate")


def test_the_cluster_stands_as_the_account_says(demonstration: None) -> None:
    cluster = Cluster.objects.get()
    half = Period.objects.get(cluster=cluster, kind="H1")
    members = Office.objects.members_of(cluster, half.starts_on, half.ends_on)
    assert [office.short_name for office in members] == [
        "Cà Mau", "Kiên Giang", "Cần Thơ", "Bạc Liêu", "Sóc Trăng", "Hậu Giang",
    ]  # fmt: skip
    assert [(each.kind, each.office.short_name) for each in Leadership.objects.order_by("-kind")] == [
        ("leader", "Cà Mau"), ("deputy", "Kiên Giang"),
    ]  # fmt: skip
    conference = Conference.objects.get()
    assert f"{conference.held_on:%d/%m/%Y} {conference.part_of_day} {conference.place}" == (
        "05/07/2019 morning Hà Tiên, tỉnh Kiên Giang"
    )
    assert [chair.office.short_name for chair in Chair.objects.all()] == ["Cà Mau", "Kiên Giang"]
    above, own = Campaign.objects.order_by("launched_on")
    assert (above.partner, above.level, own.parent) == ("Công đoàn cơ sở", "managing_body", above)
    assert above.theme == (
        "Công chức, viên chức, lao động hợp đồng Văn phòng Quốc hội đoàn kết, kỷ cương, liêm chính, hành động, sáng "
        "tạo, phấn đấu hoàn thành xuất sắc nhiệm vụ được giao"
    )
    for movement in (above, own):
        assert [each.name for each in movement.phases.all()] == ["Đợt 1", "Đợt 2"]
        assert counts([movement])[movement.pk].confirmed == 6
    assert [(p.code, str(p.due_on), str(p.build_on)) for p in Period.objects.order_by("kind")] == [
        ("2019H1", "2019-06-30", "2019-07-01"),
        ("2019H2", "2019-12-31", "2020-01-01"),
        ("2019", "2019-12-31", "2020-01-01"),
    ]
    assert Task.objects.filter(period__kind="H2").count() == 5


def test_the_lists_stand_as_the_account_says(whole: None) -> None:
    counts = dict(Record.objects.alive().values_list("kind").annotate(count=Count("pk")))
    assert (counts["supervision"], counts["voter_meeting"]) == (20, 86)
    secretary = User.objects.get(username="thu.ky")
    assert Import.objects.get().created_by == secretary
    gifts = Record.objects.alive().get(kind="social_work")
    assert (str(gifts.starts_on), str(gifts.counted_on)) == ("2019-07-04", "2019-06-30")


def test_everybody_is_registered_counted_and_stated_alike(whole: None) -> None:
    """Thirteen people of Bạc Liêu are counted one by one, the other offices stated totals: 88 of 88, no difference."""
    cluster = Cluster.objects.get()
    half = Period.objects.get(cluster=cluster, kind="H1")
    offices = Office.objects.members_of(cluster, half.starts_on, half.ends_on)
    codes = ["registered_ldtt", "registered_cstdcs", "registered_ttldtt", "registration_rate"]
    found = figures(
        Indicator.objects.filter(code__in=codes).select_related("numerator", "denominator"), cluster=cluster,
        offices=[office.pk for office in offices], windows=[Window(half.starts_on, half.ends_on)],
    )  # fmt: skip
    rate = found.total("registration_rate")
    assert (rate.numerator, rate.denominator) == (88, 88)
    own = Office.objects.get(code="bac-lieu").pk
    for code in ("headcount", "registered", "registered_ldtt", "registered_cstdcs", "registered_ttldtt"):
        figure = found.of(code, own)
        assert (figure.origin, figure.difference) == (Origin.COUNTED, None), code
    assert RegistrationSheet.objects.get().state == SheetState.RECEIVED


def test_both_papers_are_asked_for_once(whole: None) -> None:
    call_command("demonstrate")
    assert sorted(Build.objects.values_list("summary__paper", "state")) == [("after", "queued"), ("draft", "queued")]
    assert "dân chủ" in Prose.objects.get(section="assessment").text


def test_repeating_it_changes_nothing(whole: None, capsys: pytest.CaptureFixture[str]) -> None:
    before = (User.objects.count(), Office.objects.count(), Period.objects.count(), Task.objects.count())
    capsys.readouterr()
    call_command("demonstrate")
    assert "nothing new" in capsys.readouterr().out
    assert before == (User.objects.count(), Office.objects.count(), Period.objects.count(), Task.objects.count())


def test_every_person_signs_in_with_the_printed_password_and_has_the_role(demonstration: None) -> None:
    for person in (*case.PEOPLE, case.ADMINISTRATOR):
        assert Client().login(username=person.username, password=case.PASSWORD), person.username
    secretary = User.objects.get(username="thu.ky")
    assert roles_of(secretary).is_secretariat(Cluster.objects.get().pk, 2019)


def test_the_sign_in_page_offers_the_roles_and_one_click_enters(demonstration: None, client: Client) -> None:
    page = client.get("/sign-in/").text
    for person in (*case.PEOPLE, case.ADMINISTRATOR):
        assert TAKE.format(person.username) in page
    answer = client.post(TAKE.format("thu.ky"), {"next": "/account/"})
    assert answer["Location"] == "/account/"
    assert client.get("/account/").status_code == 200


def test_entering_is_a_post(demonstration: None, client: Client) -> None:
    assert client.get(TAKE.format("thu.ky")).status_code == 405


def test_only_people_of_the_case_are_offered(demonstration: None, client: Client) -> None:
    User.objects.create(username="ngoai.le", full_name="Người Ngoài")
    assert client.post(TAKE.format("ngoai.le")).status_code == 404


def test_outside_a_demonstration_there_is_no_such_page(demonstration: None, client: Client, settings: Any) -> None:
    settings.DEMONSTRATION = False
    assert TAKE.format("thu.ky") not in client.get("/sign-in/").text
    assert client.post(TAKE.format("thu.ky")).status_code == 404
    assert "_auth_user_id" not in client.session


def test_the_command_refuses_outside_a_demonstration(db: None, settings: Any) -> None:
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match="DEMONSTRATION=1"):
        call_command("demonstrate")
    assert not User.objects.exists()
