"""Another office can see nothing of a draft: pages, exports, search, counts, navigation."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from apps.reports.tests import cycles
from apps.reports.tests.cycles import LIST, OTHERS, OWN, SECRET
from tests.cast import Cast

PAGES = (
    "", "export/", "word/", "pdf/", "versions/", "versions/1/", "versions/1/export/", "versions/1/word/",
    "versions/1/difference/", "ask/", "behalf/", "write/difficulties/",
)  # fmt: skip


@pytest.fixture
def sent(cast: Cast) -> Cast:
    cycles.prepared(cast)
    cycles.send(cast)
    cycles.ask(cast)
    return cast


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("role", ["other", "administrator", "stranger"])
def test_a_draft_is_not_known(sent: Cast, client: Client, address: str, role: str) -> None:
    user = sent.people[role]
    assert user is not None
    client.force_login(user)
    assert client.get(f"{OWN}{address}").status_code == 404
    assert client.post(f"{OWN}{address}").status_code in {404, 405}


def test_ones_own_pages_say_nothing_of_another(sent: Cast, client: Client) -> None:
    client.force_login(sent.other)
    asked = "Số lượt cử tri có gồm"
    for address in (
        LIST, OTHERS, f"{OTHERS}versions/", "/c/cum-9/2019H1/", "/c/cum-9/2019H1/records/?q=Khó+khăn",
        "/c/cum-9/2019H1/summaries/",
    ):  # fmt: skip
        found = client.get(address, follow=True).content.decode()
        assert SECRET not in found
        assert asked not in found
        assert "offices/bac-lieu" not in found
    assert client.get(f"{OTHERS}export/").status_code == 200


def test_members_read_a_received_version_once_the_report_is_published(sent: Cast, client: Client) -> None:
    cycles.answer_all(sent)
    cycles.send(sent)
    cycles.receive(sent)
    client.force_login(sent.other)
    assert client.get(f"{OWN}versions/1/").status_code == 404
    sent.first_half.published_on = date(2019, 7, 9)
    sent.first_half.save(update_fields=["published_on"])
    found = client.get(f"{OWN}versions/1/").content.decode()
    assert SECRET in found
    assert "Số lượt cử tri có gồm" not in found  # what was asked stays between the secretariat and the office
    assert client.get(f"{OWN}versions/").status_code == 200
    for address in ("", "export/", "word/", "versions/1/difference/", "write/plan/"):
        assert client.get(f"{OWN}{address}").status_code == 404
