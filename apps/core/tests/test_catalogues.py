"""Catalogues: what is extracted, what is kept, and that each kind of fault is named."""

import gettext
from pathlib import Path

import pytest

from apps.core import catalogues

PYTHON = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext, pgettext_lazy
a = _("Sign in")
b = gettext_lazy("%(count)s offices")
c = ngettext("%(n)s meeting", "%(n)s meetings", 3)
d = pgettext_lazy("month", "May")
"""
PAGE = """
        <a title="{% translate "Open" %}">{{ name|default:_("Nobody") }}</a>
  {% blocktranslate trimmed with title=x.title %}
      Hello
   {{ title }}
{% endblocktranslate %}
      {% blocktranslate count n=rows|length %}{{ n }} row{% plural %}{{ n }} rows{% endblocktranslate %}
   {% button label=_("Save") %}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "apps" / "offices" / "tests").mkdir(parents=True)
    (tmp_path / "apps" / "offices" / "views.py").write_text(PYTHON)
    (tmp_path / "apps" / "offices" / "tests" / "test_views.py").write_text('_("Only in a test")')
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "home.html").write_text(PAGE)
    return tmp_path


def translate(root: Path, old: str, new: str, language: str = "vi") -> None:
    path = catalogues.source_path(root, language)
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_messages_of_python_and_pages_are_extracted(root: Path):
    found = {(catalogues.ids(message), message.context) for message in catalogues.entries(catalogues.extracted(root))}
    assert found == {
        (("Sign in",), None),
        (("%(count)s offices",), None),
        (("%(n)s meeting", "%(n)s meetings"), None),
        (("May",), "month"),
        (("Open",), None),
        (("Nobody",), None),
        (("Hello %(title)s",), None),
        (("%(n)s row", "%(n)s rows"), None),
        (("Save",), None),
    }


def test_a_second_update_changes_nothing(root: Path):
    assert len(catalogues.update(root)) == 2
    assert catalogues.update(root) == []


def test_english_repeats_the_source_and_vietnamese_waits_for_a_translator(root: Path):
    catalogues.update(root)
    found = catalogues.problems(root)
    assert len(found) == 9
    assert "vi: empty: 'Sign in'" in found
    assert not [line for line in found if line.startswith("en")]


def test_translations_are_kept_and_what_the_source_dropped_goes(root: Path):
    catalogues.update(root)
    translate(root, 'msgid "Sign in"\nmsgstr ""', 'msgid "Sign in"\nmsgstr "Đăng nhập"')
    (root / "templates" / "home.html").write_text("")
    assert "vi: obsolete: 'Nobody'" in catalogues.problems(root)
    catalogues.update(root)
    text = catalogues.source_path(root, "vi").read_text()
    assert "Đăng nhập" in text
    assert "Nobody" not in text


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('msgid "Open"\n', 'msgid "Opened"\n', "vi: missing: 'Open'"),
        ('msgid "Open"\n', 'msgid "Opened"\n', "vi: obsolete: 'Opened'"),
        ('msgid "Open"\nmsgstr ""', '#, fuzzy\nmsgid "Open"\nmsgstr "Mở"', "vi: fuzzy: 'Open'"),
        (
            'msgid "Hello %(title)s"\nmsgstr ""',
            'msgid "Hello %(title)s"\nmsgstr "Chào %(titel)s"',
            "vi: placeholders differ (%(titel)s, %(title)s): 'Hello %(title)s'",
        ),
    ],
)
def test_each_fault_is_named(root: Path, old: str, new: str, fault: str):
    catalogues.update(root)
    translate(root, old, new)
    assert fault in catalogues.problems(root)


def test_compiled_catalogues_speak_both_languages(root: Path):
    catalogues.update(root)
    translate(root, 'msgid "Sign in"\nmsgstr ""', 'msgid "Sign in"\nmsgstr "Đăng nhập"')
    catalogues.compile_all(root)
    folder = str(root / "emulation_cluster" / "locale")
    assert gettext.translation("django", folder, ["vi"]).gettext("Sign in") == "Đăng nhập"
    assert gettext.translation("django", folder, ["en"]).ngettext("%(n)s row", "%(n)s rows", 2) == "%(n)s rows"
