"""python -m bench.load_cells [--seconds 60] [--clerks 40] [--pause 1.0] [--out FOLDER]: many clerks save cells at once.

Real requests over loopback to the product's own server with its own number of workers, on a database made for the run
beside the one that DATABASE_URL names. Every clerk takes turns: a cell, an empty sending, a pause, as people type.
Afterwards each acknowledged value must be the living statement, or one that somebody replaced having seen it; and the
audit must hold each. Writes load_cells.json; the exit status tells whether anything was lost or failed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.harness import ROOT, machine
from bench.run import RESULTS

if TYPE_CHECKING:
    from tests.cast import Cast

CODES = (
    "voters", "opinions", "opinions_centre", "opinions_province", "law_consultations", "reception_visits", "gifts",
    "headcount", "registered", "supervisions", "surveys", "voter_meetings",
)  # fmt: skip
MONTHS = (("01", "31"), ("02", "28"), ("03", "31"), ("04", "30"), ("05", "31"), ("06", "30"))
SECONDS_OF_GRACE = 30


@dataclass
class Clerk:
    """One signed-in person, and what the server acknowledged: (statement, the one it replaced, value)."""

    office: str
    session: str
    port: int
    token: str = field(default_factory=lambda: secrets.token_hex(16))
    seen: dict[tuple[str, str], int | None] = field(default_factory=dict)
    acknowledged: list[tuple[int, int | None, int]] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)
    saves: list[float] = field(default_factory=list)
    empties: list[float] = field(default_factory=list)

    def post(self, address: str, body: object) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS_OF_GRACE)
        try:
            connection.request("POST", address, json.dumps(body), {
                "Content-Type": "application/json", "X-CSRFToken": self.token, "Connection": "close",
                "Cookie": f"sessionid={self.session}; csrftoken={self.token}", "Host": f"localhost:{self.port}",
            })  # fmt: skip
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def work(self, until: float, pause: float) -> None:
        time.sleep(random.uniform(0, pause))
        while time.monotonic() < until:
            try:
                self.saves.append(self._timed(self._save))
                self.empties.append(self._timed(self._empty))
            except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
                self.told[f"failed: {type(error).__name__}"] += 1
            time.sleep(random.uniform(pause / 2, pause * 1.5))

    def _timed(self, act: Any) -> float:
        began = time.perf_counter()
        act()
        return (time.perf_counter() - began) * 1000

    def _empty(self) -> None:
        status, _body = self.post("/bench/empty/", {})
        if status != 204:
            self.told[f"failed: empty {status}"] += 1

    def _save(self) -> None:
        code, (month, last) = random.choice(CODES), random.choice(MONTHS)
        key, value = (code, month), random.randrange(10_000)
        seen = self.seen.get(key)
        cell = {
            "id": secrets.token_hex(8), "office": self.office, "indicator": code, "from": f"2019-{month}-01",
            "to": f"2019-{month}-{last}", "state": "value", "value": value, "status": "actual", "note": "",
            "seen": seen,
        }  # fmt: skip
        address = f"/c/cum-9/2019H1/grid/save/?by=months&office={self.office}&group=main"
        status, body = self.post(address, {"cells": [cell]})
        if status != 200:
            self.told[f"failed: save {status}"] += 1
            return
        found = json.loads(body)["results"][0]
        self.told[found["result"]] += 1
        self.seen[key] = found["cell"]["seen"]  # after a conflict the next value replaces theirs knowingly
        if found["result"] == "saved" and found["cell"]["seen"] != seen:
            self.acknowledged.append((found["cell"]["seen"], seen, value))


def people(cast: Cast, number: int, port: int) -> list[Clerk]:
    from django.conf import settings
    from django.test import Client

    from apps.accounts.models import User
    from apps.offices.enums import RoleKind
    from apps.offices.models import Role

    offices = list(cast.offices.values())
    clerks = []
    for place in range(number):
        office = offices[place % len(offices)]
        user = User.objects.create(username=f"mau.{place}", full_name=f"Người Mẫu Số {place}")
        Role.objects.create(user=user, kind=RoleKind.CLERK, office=office, valid_from=cast.first_half.starts_on)
        client = Client()
        client.force_login(user)
        clerks.append(Clerk(office.code, client.cookies[settings.SESSION_COOKIE_NAME].value, port))
    return clerks


@contextmanager
def served(port: int) -> Iterator[None]:
    """The product's server on the database of this run."""
    from django.db import connection

    from emulation_cluster.ground.house import WEB_WORKERS

    options = connection.settings_dict
    who, where = f"{options['USER']}:{options['PASSWORD']}", f"{options['HOST']}:{options['PORT'] or 5432}"
    url = f"postgres://{who}@{where}/{options['NAME']}"
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable, "-m", "gunicorn", "bench.served", "--bind", f"127.0.0.1:{port}", *WEB_WORKERS,
            "--no-control-socket", "--worker-tmp-dir", folder, "--log-level", "warning",
        ]  # fmt: skip
        (Path(folder) / "static").mkdir()
        web = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "DATABASE_URL": url, "VAR_DIR": folder})
        try:
            for _ in range(300):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield
        finally:
            web.terminate()
            web.wait(timeout=SECONDS_OF_GRACE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def verdict(clerks: list[Clerk]) -> dict[str, int]:
    """Nothing but zeros where nothing was lost."""
    from django.apps import apps

    from apps.activities.models import DirectFigure

    acknowledged = [each for clerk in clerks for each in clerk.acknowledged]
    replaced = {seen for _pk, seen, _value in acknowledged}
    values = dict(DirectFigure.objects.values_list("pk", "value"))
    living = set(DirectFigure.objects.alive().values_list("pk", flat=True))
    events = apps.get_model("activities", "DirectFigureEvent").objects.filter(pgh_label="insert")
    audited = dict(events.values_list("pgh_obj_id", "value"))
    return {
        "lost": sum(pk not in living and pk not in replaced for pk, _seen, _value in acknowledged),
        "changed_on_the_way": sum(values.get(pk) != value for pk, _seen, value in acknowledged),
        "not_in_the_audit": sum(audited.get(pk) != value for pk, _seen, value in acknowledged),
        "living_twice": len(living) - DirectFigure.objects.alive().values(
            "office", "indicator", "starts_on").distinct().count(),
        "never_acknowledged": len(living - {pk for pk, _seen, _value in acknowledged}),
    }  # fmt: skip


def p95(times: list[float]) -> float:
    return round(statistics.quantiles(times, n=20)[-1], 1) if len(times) > 1 else 0.0


def run(seconds: float, number: int, pause: float) -> dict[str, Any]:
    from tests.cast import make_cast

    port = free_port()
    cast = make_cast()
    clerks = people(cast, number, port)
    with served(port):
        clerks[0].post("/bench/empty/", {})
        until = time.monotonic() + seconds
        with ThreadPoolExecutor(number) as pool:
            list(pool.map(lambda clerk: clerk.work(until, pause), clerks))
    told = sum((clerk.told for clerk in clerks), Counter[str]())
    saves = [each for clerk in clerks for each in clerk.saves]
    empties = [each for clerk in clerks for each in clerk.empties]
    return {
        "name": "load_cells",
        "clerks": number, "seconds": seconds, "pause_seconds": pause,
        "results": dict(sorted(told.items())),
        "errors": sum(times for what, times in told.items() if what.startswith("failed") or what == "refused"),
        **verdict(clerks),
        "saves": len(saves),
        "save_p50_ms": round(statistics.median(saves), 1), "save_p95_ms": p95(saves),
        "empty_p50_ms": round(statistics.median(empties), 1), "empty_p95_ms": p95(empties),
        "p95_ratio": round(p95(saves) / p95(empties), 2),
        "machine": machine(),
    }  # fmt: skip


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Many clerks save cells at once.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clerks", type=int, default=40)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between a clerk's cells, on average")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation_cluster.settings")
    import django

    from emulation_cluster.ground import running

    running.adopt()
    django.setup()
    from django.db import connection

    former = str(connection.settings_dict["NAME"])
    connection.settings_dict.setdefault("TEST", {})["NAME"] = f"{former}_load"
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        found = run(options.seconds, options.clerks, options.pause)
    finally:
        connection.creation.destroy_test_db(former, verbosity=0)
    options.out.mkdir(parents=True, exist_ok=True)
    written = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    (options.out / "load_cells.json").write_text(written, encoding="utf-8")
    print(written, end="")
    wrong = ("errors", "lost", "changed_on_the_way", "not_in_the_audit", "living_twice", "never_acknowledged")
    return 1 if any(found[name] for name in wrong) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
