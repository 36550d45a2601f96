"""The guide names only buttons that are there and shows only pictures that it has, and all of them."""

import re
from pathlib import Path

from apps.core import catalogues

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "guide"
LARGEST = 120_000
SAME_IN_BOTH = {"Word", "PDF", "Excel"}  # words of no language


def pages() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(GUIDE.glob("*.md"))}


def words_on_screen() -> set[str]:
    messages = catalogues.entries(catalogues.read(ROOT, "vi"))
    return {text for message in messages for text in catalogues.strings(message)} | SAME_IN_BOTH


def unknown_labels(text: str, known: set[str]) -> list[str]:
    return [
        label
        for found in re.findall(r"\*\*(.+?)\*\*", text, re.DOTALL)
        if (label := " ".join(found.split())) not in known
    ]


def test_every_label_in_bold_is_on_the_screen():
    known = words_on_screen()
    assert {name: wrong for name, text in pages().items() if (wrong := unknown_labels(text, known))} == {}


def test_a_label_that_is_not_there_is_found():
    assert unknown_labels("Bấm **Lưu** rồi **Gửi\nđi**.", {"Lưu"}) == ["Gửi đi"]


def test_there_is_a_page_for_each_group_and_the_index_leads_to_it():
    found = pages()
    others = set(found) - {"README.md"}
    assert {"thu-ky-cum.md", "van-phong.md", "lanh-dao.md"} <= others
    assert set(re.findall(r"\]\(([^)/]+\.md)\)", found["README.md"])) == others


def test_the_pictures_named_are_those_that_are_there():
    named = {name for text in pages().values() for name in re.findall(r"!\[[^\]]+\]\(img/([^)]+)\)", text)}
    assert named == {path.name for path in (GUIDE / "img").iterdir()}


def test_the_script_takes_exactly_the_pictures_that_are_there():
    script = (GUIDE / "screenshots.py").read_text(encoding="utf-8")
    taken = re.findall(r'^@picture\("([^"]+)"', script, re.MULTILINE)
    assert sorted(f"{name}.png" for name in taken) == sorted(path.name for path in (GUIDE / "img").iterdir())


def test_pictures_are_small():
    large = [path.name for path in (GUIDE / "img").iterdir() if path.stat().st_size > LARGEST]
    assert large == []
