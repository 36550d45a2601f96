"""What the stories of the grid share: its cells, its keys, and what stands in the database afterwards."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from playwright.sync_api import BrowserContext, Locator, Page, expect

from apps.activities.models import DirectFigure

HERE = "/c/cum-9/2019H1/grid/"
ALL = f"{HERE}?by=offices&group=all"


def open_grid(page: Page, address: str = ALL) -> None:
    page.goto(address)
    expect(page.locator("#grid[role=grid]")).to_be_visible()


def reach(page: Page) -> None:
    """Into the table by Tab alone."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-cell]')"):
            return
    raise AssertionError("Tab does not reach the table")


def cell(page: Page, row: str, column: str) -> Locator:
    return page.locator(f'[data-cell="{row}|{column}"]')


def text(page: Page, row: str, column: str) -> Locator:
    return cell(page, row, column).locator(".grid-text")


def columns(page: Page, count: int) -> list[str]:
    heads = page.locator("[data-column-head]").evaluate_all("all => all.map(each => each.dataset.columnHead)")
    return [str(each) for each in heads[:count]]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def paste(page: Page, rows: Sequence[Sequence[object]]) -> None:
    """As Excel puts it on the clipboard."""
    block = "".join("\t".join(str(each) for each in row) + "\r\n" for row in rows)
    page.evaluate("text => navigator.clipboard.writeText(text)", block)
    page.keyboard.press("Control+v")


def may_paste(context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])


def all_saved(page: Page) -> None:
    expect(page.locator("#grid-state")).to_contain_text("Đã lưu")
    expect(page.locator("td.is-sending, td.is-waiting")).to_have_count(0)


def living() -> dict[tuple[str, str], int | None]:
    """Statements that stand, by office and indicator."""
    rows = DirectFigure.objects.alive().values_list("office__code", "indicator__code", "value")
    return {(office or "own", indicator): value for office, indicator, value in rows}


def written() -> tuple[int, int]:
    """Statements ever made, and events of the audit."""
    events: Any = apps.get_model("activities", "DirectFigureEvent")
    return DirectFigure.objects.count(), events.objects.count()
