"""`make run`: the servers, the web server, a worker and beat, until somebody stops them or one of them dies."""

import http.client
import os
import sys
import time
from pathlib import Path

from emulation_cluster.ground import running, servers
from emulation_cluster.ground.folders import ROOT, VAR, Folders, Memory
from emulation_cluster.ground.lock import only_one
from emulation_cluster.ground.ports import web_port
from emulation_cluster.ground.processes import Family, Stop, last_lines
from emulation_cluster.ground.speech import say

BIN = Path(sys.executable).parent
TRUE = {"1", "true", "yes", "on"}


def run() -> None:
    began = time.monotonic()
    host = os.environ.get("HOST") or "127.0.0.1"
    folders = Folders(VAR)
    memory = folders.open()
    with only_one(folders.run / "lock", "A start"):
        stop = Stop()
        servers.clear(folders)
        port = web_port(os.environ.get("PORT") or "8000", host)
        family = Family(run=folders.run, log=folders.log, stop=stop)
        try:
            say("Starting the database and the broker ...")
            environment = settings_environment(memory) | servers.begin(family, folders, memory)
            environment["VAR_DIR"] = str(VAR.resolve())
            running.announce(environment)
            everything = dict(os.environ) | environment | {"PYTHONUNBUFFERED": "1"}
            say("Preparing tables, texts and static files ...")
            address = address_of(host, port)
            prepare = python("-m", "emulation_cluster.ground.prepare", address)
            child = family.begin("prepare", prepare, cwd=ROOT, env=everything)
            family.finish(child)
            say(child.log.read_text(errors="replace").rstrip())
            say("Opening the house ...")
            open_house(family, everything, host, port)
            say(welcome(address, environment, time.monotonic() - began))
            family.watch()
        finally:
            say("Stopping ...")
            family.end()
            running.withdraw()


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


WEB_WORKERS = ("--preload", "--workers", "2", "--threads", "4")


def settings_environment(memory: Memory) -> dict[str, str]:
    """What the settings need beyond what the person has set: a demonstration, unless this is production."""
    environment = {}
    production = os.environ.get("PRODUCTION", "").strip().lower() in TRUE
    if not production:
        environment["DEMONSTRATION"] = os.environ.get("DEMONSTRATION") or "1"
        environment["SECRET_KEY"] = os.environ.get("SECRET_KEY") or memory.secret_key
    return environment


def open_house(family: Family, environment: dict[str, str], host: str, port: int) -> None:
    statuses: list[int] = []
    celery = python("-m", "celery", "--app", "emulation_cluster")
    schedule = str(family.run / "beat-schedule")
    # A control socket would be made in the home folder, a heartbeat file in /tmp.
    options = [*WEB_WORKERS, "--no-control-socket", "--worker-tmp-dir", str(family.run)]
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    command = python("-m", "gunicorn", "emulation_cluster.wsgi", "--bind", bind, "--access-logfile", "-", *options)
    web = family.begin("web", command, cwd=ROOT, env=environment)
    family.wait_until(lambda: _answers(host, port, statuses), web, seconds=60)
    # After the page: what it asks of the worker meanwhile waits in the queue.
    worker = [*celery, "worker", "--concurrency", "2", "--loglevel", "INFO", "--without-mingle", "--without-gossip"]
    family.begin("worker", worker, cwd=ROOT, env=environment)
    family.begin("beat", [*celery, "beat", "--schedule", schedule, "--pidfile="], cwd=ROOT, env=environment)
    if statuses[-1] >= 500:
        say(f"The first page answers with an error ({statuses[-1]}). The end of {web.log}:\n{last_lines(web.log)}")


def _answers(host: str, port: int, statuses: list[int]) -> bool:
    connection = http.client.HTTPConnection(reachable(host), port, timeout=20)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
        statuses.append(connection.getresponse().status)
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)


def address_of(host: str, port: int) -> str:
    return f"http://{'localhost' if reachable(host) in {'127.0.0.1', '::1'} else host}:{port}/"


def welcome(address: str, environment: dict[str, str], seconds: float) -> str:
    lines = [f"The house is open (after {seconds:.0f} s) · Đã sẵn sàng", "", f"    {address}", ""]
    if environment.get("DEMONSTRATION", "").strip().lower() in TRUE:
        lines += [
            "Sign in: open the address and choose a role with one click; no password is needed.",
            "Đăng nhập: mở địa chỉ trên và bấm chọn một vai trò; không cần mật khẩu.",
        ]
    else:
        lines += [
            "The first start prints the administrator's link above; later: sign in with your account.",
            "Lần đầu: mở liên kết của quản trị viên ở trên; các lần sau: đăng nhập bằng tài khoản của mình.",
        ]
    lines += [f"Data and logs: {VAR}. Stop · Dừng: Ctrl-C"]
    return "\n".join(["", *lines, ""])
