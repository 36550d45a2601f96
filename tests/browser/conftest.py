"""Chromium on the live server. A page fails its test on console and page errors, CSP violations, answers >= 500."""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as project
from django.db import connection
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, expect, sync_playwright

from apps.summaries import actions
from apps.summaries.models import Build
from tests.chromium import ARGUMENTS

WIDTHS = {1440: 900, 390: 844}
THEMES = ("light", "dark")
PATIENCE = 30_000  # milliseconds; a busy machine is no fault of the page
expect.set_options(timeout=PATIENCE)
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    # Playwright's sync interface runs an event loop in this thread; Django must not take our queries for async ones.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield started
        started.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@dataclass
class Watch:
    """Collects what must not happen; `expected` holds pieces of messages that a test provokes on purpose."""

    faults: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def on(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))
        page.on("response", self._response)
        page.on("requestfailed", lambda request: self._failed(request.url, request.failure))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":  # refusals by the Content-Security-Policy arrive here too
            self.faults.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status}: {response.url}")

    def _failed(self, url: str, failure: str | None) -> None:
        # Not faults of the page: a download or a page that was left, and a refusal without a body.
        if failure not in ("net::ERR_ABORTED", "net::ERR_HTTP_RESPONSE_CODE_FAILURE"):
            self.faults.append(f"failed: {url} {failure}")

    def unexpected(self) -> list[str]:
        return [fault for fault in self.faults if not any(piece in fault for piece in self.expected)]


@pytest.fixture
def watch() -> Iterator[Watch]:
    watched = Watch()
    yield watched
    assert not watched.unexpected(), "\n".join(watched.unexpected())


@pytest.fixture
def context(browser: Browser, live_server: Any) -> Iterator[BrowserContext]:
    made = browser.new_context(
        base_url=live_server.url,
        viewport={"width": 1440, "height": 900},
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        reduced_motion="reduce",
    )
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Page:
    opened = context.new_page()
    watch.on(opened)
    return opened


@pytest.fixture
def sign_in(context: BrowserContext, live_server: Any) -> Any:
    """`sign_in(user)`: a test client's session becomes the browser's; the sign-in page has its own test.

    A session for each time, and only once the pages are still: a late answer to the one before would take the cookie.
    """

    def as_user(user: Any) -> None:
        for page in context.pages:
            page.wait_for_load_state("networkidle")
        client = Client()
        client.force_login(user)
        value = client.cookies[project.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": project.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])

    return as_user


def page_ok(page: Page, name: str, *, widths: tuple[int, ...] = (1440, 390)) -> None:
    """Both themes, both widths: nothing wider than the window, nothing axe finds. Pictures in var/screenshots."""
    folder = Path(project.VAR_DIR) / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    page.wait_for_load_state()  # a click is over once the document it leads to has begun, empty still
    for width in widths:
        page.set_viewport_size({"width": width, "height": WIDTHS.get(width, 900)})
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            page.wait_for_function("theme => document.documentElement?.dataset.bsTheme === theme", arg=theme)
            where = f"{name} {width} px {theme}"
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 0:
                faults.append(f"{where}: {wide} px wider than the window")
            page.screenshot(path=folder / f"{name}-{width}-{theme}.png", full_page=True)
            faults += [f"{where}: {finding}" for finding in _axe(page)]
    assert not faults, "\n".join(faults)


def _axe(page: Page) -> list[str]:
    """Axe is put into the page by the debugging protocol, so that the page's own policy stays as strict as it is."""
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": AXE_TAGS}}
    found = Axe().run(page, options=options)
    return [
        f"{violation['id']} ({violation['help']}): {node['html'][:160]} {node.get('failureSummary', '')[:300]}"
        for violation in found.response["violations"]
        for node in violation["nodes"][:3]
    ]


@pytest.fixture
def worker() -> Iterator[None]:
    """Does what is queued, as a worker would, in a thread of its own."""
    over = threading.Event()

    def work() -> None:
        try:
            while not over.wait(0.3):
                for pk in list(Build.objects.open().values_list("pk", flat=True)):
                    actions.run_build(build_id=pk)
        finally:
            connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    yield
    over.set()
    thread.join()
