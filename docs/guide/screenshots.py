"""The pictures of the guide: `make guide`, or `python -m docs.guide.screenshots [name ...]` for some of them.

Opens a house of its own (`make run` with the demonstration) on data that are thrown away afterwards, walks through it
as the three groups of readers do, and writes img/NAME.png. With DATABASE_URL the pictures show that database, which
must be an empty one. The order of the pictures matters: each walks on from what the one before has left.
"""

import io
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from playwright.sync_api import Browser, FloatRect, Locator, Page, ViewportSize, sync_playwright

from emulation_cluster.ground import ports, servers
from emulation_cluster.ground.folders import ROOT, VAR, Folders, Memory
from tests.chromium import ARGUMENTS, find_chromium

IMAGES = Path(__file__).parent / "img"
DATA = ROOT / "apps" / "demonstration" / "data"
BASE = VAR / "guide"
WIDE, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)
LOW = ViewportSize(width=1180, height=560)
LARGEST = 120_000  # bytes: the guide is read over slow lines, and pictures stay in the repository for ever
PERIOD, LATER = "/c/cum-9/2019H1/", "/c/cum-9/2019H2/"
MONTHS_AND_WHOLE = 7  # columns of the grid of a half: the first cell of its second row
SECRETARY, CLERK, OTHER_CLERK, LEADER = "thu.ky", "chuyen.vien.bac-lieu", "chuyen.vien.hau-giang", "lanh.dao"


@dataclass(frozen=True)
class Picture:
    name: str
    role: str
    size: ViewportSize
    walk: Callable[[Page], Locator]  # goes there, returns what is shown
    height: int


PICTURES: list[Picture] = []


def picture(name: str, role: str = "", size: ViewportSize = WIDE, height: int = 900) -> Callable[..., None]:
    """Declares a picture of at most `height` pixels from the top of what the walk returns."""

    def declare(walk: Callable[[Page], Locator]) -> None:
        PICTURES.append(Picture(name, role, size, walk, height))

    return declare


def main(names: list[str]) -> int:
    chromium = find_chromium()
    if not chromium:
        print(
            "No Chromium. On Debian: apt install chromium; or name one by CHROMIUM=/path/to/chromium.", file=sys.stderr
        )
        return 1
    if unknown := set(names) - {picture.name for picture in PICTURES}:
        print(f"No such picture: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    IMAGES.mkdir(exist_ok=True)
    large = []
    given = os.environ.get("GUIDE_ADDRESS")  # a house that is open already, for whoever works on the pictures
    with nullcontext(given) if given else house() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        for one in PICTURES:
            if given and names and one.name not in names:
                continue
            path = IMAGES / f"{one.name}.png"
            content = take(browser, address, one)
            if not names or one.name in names:
                path.write_bytes(content)
                print(f"{path.relative_to(ROOT)}  {len(content) // 1000} kB", flush=True)
                large += [one.name] if len(content) > LARGEST else []
        browser.close()
    if large:
        print(f"Larger than {LARGEST // 1000} kB, show less of the page: {', '.join(large)}", file=sys.stderr)
    return 1 if large else 0


@contextmanager
def house() -> Iterator[str]:
    """The address of a house with fresh data."""
    folders = Folders(BASE)
    memory = folders.open()
    throw_away(folders, memory)
    memory = folders.open()
    port = str(ports.choose(memory, "web"))
    environment = os.environ | {"VAR_DIR": str(BASE), "PORT": port, "HOST": "127.0.0.1", "DEMONSTRATION": "1"}
    process = subprocess.Popen([sys.executable, "-m", "emulation_cluster.ground", "run"], cwd=ROOT, env=environment)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, process)
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
        throw_away(folders, folders.open())


def throw_away(folders: Folders, memory: Memory) -> None:
    servers.clear(folders)  # a killed run has left its servers behind
    servers.throw_away(folders, memory)
    for path in sorted(BASE.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def wait_for(address: str, process: "subprocess.Popen[bytes]", seconds: int = 300) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise SystemExit("The house did not open; see above.")
        try:
            urllib.request.urlopen(f"{address}/sign-in/", timeout=20).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    raise SystemExit(f"The house did not open within {seconds} s.")


def take(browser: Browser, address: str, one: Picture) -> bytes:
    context = browser.new_context(
        base_url=address,
        viewport=one.size,
        device_scale_factor=1,
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        color_scheme="light",
        reduced_motion="reduce",
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    if one.role:
        page.goto("/sign-in/")
        page.locator(f'form[action$="/{one.role}/"] button').click()
        page.wait_for_url(lambda url: "sign-in" not in url)
    shown = one.walk(page)
    box = shown.bounding_box()
    assert box, f"{one.name}: there is nothing to be seen"
    # From the top of what is in the window: what is fixed to it (a message, the bar of a phone) stays in its place.
    top = max(box["y"], 0)
    height = min(box["y"] + box["height"] - top, one.height, one.size["height"] - top)
    clip = FloatRect(x=box["x"], y=top, width=box["width"], height=height)
    content = page.screenshot(clip=clip, animations="disabled")
    context.close()
    return content


# What is shown --------------------------------------------------------------------------------------------------------
@picture("dang-nhap")
def _(page: Page) -> Locator:
    page.goto("/sign-in/")
    page.locator("h1").click()  # away from the first field
    return page.locator(".side-by-side")


@picture("lich-cong-tac", SECRETARY, height=780)
def _(page: Page) -> Locator:
    page.goto("/c/cum-9/calendar/2019/")
    return page.locator("main")


@picture("moi-nguoi-dung", SECRETARY, height=900)
def _(page: Page) -> Locator:
    page.goto("/c/cum-9/people/invite/")
    page.get_by_label("Họ và tên").fill("Ngô Thị Ví Dụ")
    page.get_by_label("Tên đăng nhập").fill("chuyen.vien.soc-trang")
    return page.locator("main")


@picture("nhap-co-loi", SECRETARY, height=760)
def _(page: Page) -> Locator:
    book = openpyxl.load_workbook(DATA / "cluster9-2019h1.xlsx")
    meetings = book["Tiếp xúc cử tri"]
    row = next(row for row in meetings.iter_rows() if str(row[1].value).startswith("Văn phòng Đoàn"))
    row[1].value, row[2].value = "Văn phòng Đoàn ĐBQH tỉnh Thí Dụ", "31/06/2019"
    content = io.BytesIO()
    book.save(content)
    choose(page, "danh-sach-6-thang.xlsx", content.getvalue())
    return page.locator("main")


@picture("nhap-bieu", OTHER_CLERK, height=420)
def _(page: Page) -> Locator:
    choose(page, "hau-giang.xlsx", (DATA / "offices" / "hau-giang.xlsx").read_bytes())
    return page.locator("main")


@picture("nhap-hoat-dong", CLERK, height=820)
def _(page: Page) -> Locator:
    page.goto(f"{PERIOD}records/new/voter_meeting/")
    return page.locator("main")


@picture("khong-phat-sinh", CLERK, height=430)
def _(page: Page) -> Locator:
    page.goto(f"{PERIOD}stated/")
    return page.locator("main")


@picture("ban-ghi", CLERK, height=640)
def _(page: Page) -> Locator:
    page.goto(f"{PERIOD}records/?list=voter_meeting")
    page.locator("tbody th a").first.click()
    return page.locator("main")


@picture("tong-quan", LEADER, height=720)
def _(page: Page) -> Locator:
    page.goto(PERIOD)
    return page.locator("main")


@picture("tong-quan-dien-thoai", LEADER, PHONE, height=844)
def _(page: Page) -> Locator:
    page.goto(PERIOD)
    return page.locator("body")


@picture("mo-so-lieu", LEADER, height=640)
def _(page: Page) -> Locator:
    page.goto(PERIOD)
    page.locator("main a.tile").nth(1).click()
    page.wait_for_url("**/figures/voter_meetings/**")
    return page.locator("main")


@picture("bao-cao", SECRETARY, height=640)
def _(page: Page) -> Locator:
    """The first start asks for both papers; the worker may still be at it."""
    for _attempt in range(60):
        page.goto(f"{PERIOD}summaries/after/")
        if page.get_by_role("button", name="Công bố").count():
            return page.locator("main")
        page.wait_for_timeout(2000)
    raise SystemExit("The report is not built: is a worker running?")


@picture("sua-cau-chu", SECRETARY, LOW)
def _(page: Page) -> Locator:
    page.goto(f"{PERIOD}summaries/after/")
    page.locator("p", has_text="tiếp xúc cử tri được").locator("a.edit-mark").click()
    return page.locator("main")


@picture("bao-cao-dien-thoai", LEADER, PHONE, height=844)
def _(page: Page) -> Locator:
    page.goto(f"{PERIOD}summaries/after/")
    page.locator("p", has_text="tiếp xúc cử tri được").locator("a.figure-link").first.click()
    page.locator("#beside-figure section, #beside-figure table").first.wait_for()
    return page.locator("body")


@picture("bang-nhap", SECRETARY, height=760)
def _(page: Page) -> Locator:
    return fill_in(page, "by=offices", ["ca-mau", "kien-giang", "can-tho"])


@picture("bang-nhap-thang", CLERK, height=760)
def _(page: Page) -> Locator:
    page.goto(f"{LATER}grid/?by=months")
    page.locator("#grid[role=grid] [data-cell]").nth(MONTHS_AND_WHOLE).click()
    for value in ("4", "6", "-", "5"):
        page.keyboard.type(value)
        page.keyboard.press("Tab")
    return saved(page)


@picture("minh-chung", CLERK, height=760)
def _(page: Page) -> Locator:
    page.goto(f"{PERIOD}records/?list=voter_meeting")
    page.locator("tbody th a").first.click()
    minutes = "Biên bản thí dụ của Văn phòng".encode()
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.ok):
        page.locator('main input[type="file"]').first.set_input_files(
            {"name": "bien-ban-thi-du.txt", "mimeType": "text/plain", "buffer": minutes}
        )
    page.reload()  # as whoever opens the record finds it
    sheet = page.locator("section", has=page.get_by_role("heading", name="Tài liệu minh chứng")).last
    sheet.scroll_into_view_if_needed()
    return sheet


# The last one: it leaves the figures with a meeting less.
@picture("hoan-tac", CLERK, LOW)
def _(page: Page) -> Locator:
    page.goto(f"{PERIOD}records/?list=voter_meeting")
    page.locator("tbody th a").first.click()
    page.get_by_role("button", name="Xóa").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Đồng ý").click()
    page.get_by_role("button", name="Hoàn tác").wait_for()
    return page.locator("body")


@picture("cong-van", SECRETARY, LOW, height=560)
def _(page: Page) -> Locator:
    page.goto(f"{PERIOD}reports/request/edit/")
    page.get_by_label("Hạn gửi báo cáo").fill("25/06/2019")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_role("button", name="Ban hành").wait_for()
    return page.locator("main")


@picture("bao-cao-van-phong", CLERK, LOW, height=640)
def _(page: Page) -> Locator:
    page.goto(f"{PERIOD}reports/offices/bac-lieu/")
    return page.locator("main")


@picture("dang-ky-thi-dua", CLERK, height=900)
def _(page: Page) -> Locator:
    page.goto("/c/cum-9/registrations/2019/offices/bac-lieu/")
    return page.locator("main")


def fill_in(page: Page, query: str, rows: list[str]) -> Locator:
    """Figures that count upwards, in the first cells of these rows."""
    page.goto(f"{LATER}grid/?{query}")
    for number, row in enumerate(rows, start=1):
        page.locator(f'[data-cell^="{row}|"]').first.click()
        for step in range(1, 5):
            page.keyboard.type(str(number * 10 + step))
            page.keyboard.press("Tab")
    return saved(page)


def saved(page: Page) -> Locator:
    page.locator("#grid-state", has_text="Đã lưu").wait_for()
    return page.locator("main")


def choose(page: Page, name: str, content: bytes) -> None:
    page.goto(f"{PERIOD}imports/")
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.locator('input[type="file"]').set_input_files({"name": name, "mimeType": sheet, "buffer": content})
    page.get_by_role("button", name="Xem trước").click()
    page.wait_for_url(re.compile(r"/imports/\d+/$"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
