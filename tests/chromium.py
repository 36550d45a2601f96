"""Browser tests need Chromium: without one they are skipped loudly, and with CI=true they fail (a plugin of pytest)."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# How the tests and the pictures of the guide start it.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TRUE = {"1", "true", "yes"}


def find_chromium() -> str | None:
    """CHROMIUM names one; otherwise the first that is installed."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def is_ci() -> bool:
    return os.environ.get("CI", "").strip().lower() in TRUE


@pytest.fixture(scope="session")
def chromium() -> str:
    path = find_chromium()
    assert path, "Chromium is needed; see pytest_runtest_setup"
    return path


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and not find_chromium():
        if is_ci():
            pytest.fail("No Chromium: browser tests are not skipped with CI=true. On Debian: apt install chromium")
        pytest.skip("no Chromium")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.getreports("skipped") if "no Chromium" in str(report.longrepr)]
    if skipped:
        terminalreporter.section("BROWSER TESTS WERE NOT RUN", sep="!", red=True, bold=True)
        terminalreporter.line(
            f"{len(skipped)} browser tests were skipped: no Chromium found. Install it (Debian: apt install chromium) "
            "or name one by CHROMIUM=/path/to/chromium.",
            red=True,
        )
