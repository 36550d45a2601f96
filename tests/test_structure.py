"""The floor plan and the habits that import-linter cannot see. Each test names the file and the line to mend."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps as registry

ROOT = Path(__file__).resolve().parent.parent
APPS = ROOT / "apps"
LINES = 400
ROOMS = ("enums", "rules", "models", "actions", "tasks", "forms", "admin", "views", "urls")  # from the ground up
SHARED = re.compile(r"^(components/|bootstrap5/|core/|[^/]+\.html$)")
INCLUDED = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
INLINE = {
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "style attribute": re.compile(r"<[^<>]*\sstyle\s*=", re.IGNORECASE),
    "inline handler": re.compile(r"<[^<>]*\s(?:on[a-z]+|hx-on[:\w-]*)\s*=", re.IGNORECASE),
    "javascript: address": re.compile(r"""["']\s*javascript:""", re.IGNORECASE),
}


def floors() -> list[str]:
    """From the ground up, as import-linter is told."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    return [name for contract in contracts if contract["type"] == "layers" for name in reversed(contract["layers"])]


def floor(app: str) -> int:
    return floors().index(app)


def ours(*suffixes: str) -> Iterator[Path]:
    for top in ("apps", "emulation_cluster", "templates", "static", "tests", "bench"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in suffixes and "migrations" not in path.parts:
                yield path


def templates() -> list[Path]:
    return [path for path in ours(".html") if "templates" in path.parts]


def name_of(template: Path) -> str:
    """`offices/list.html`, wherever the folder of templates is."""
    parts = template.relative_to(ROOT).parts
    return "/".join(parts[parts.index("templates") + 1 :])


def test_the_plan_names_every_app():
    assert set(floors()) == {path.parent.name for path in APPS.glob("*/apps.py")}


def test_foreign_keys_only_go_down():
    wrong = []
    for model in registry.get_models(include_auto_created=True):
        app = model._meta.app_label
        for field in model._meta.get_fields():
            target = field.related_model if field.concrete else None
            other = getattr(getattr(target, "_meta", None), "app_label", None)
            if app in floors() and other in floors() and floor(other) > floor(app):
                wrong.append(f"{app}.{model.__name__}.{field.name} -> {other}")
    assert wrong == []


def misplaced(name: str, text: str) -> list[str]:
    """What the template of that name may not include: pages of upper floors; components know no page."""
    app = name.split("/", maxsplit=1)[0]
    wrong = []
    for included in INCLUDED.findall(text):
        other = included.split("/")[0]
        if app == "components":
            fine = included.startswith("components/")
        elif app in floors() and other in floors():
            fine = floor(other) <= floor(app)
        else:
            fine = bool(SHARED.match(included))
        if not fine:
            wrong.append(f"{name} includes {included}")
    return wrong


def test_templates_only_include_from_below():
    assert [line for path in templates() for line in misplaced(name_of(path), path.read_text())] == []


@pytest.mark.parametrize(
    ("name", "included", "fine"),
    [
        ("offices/list.html", "components/table.html", True),
        ("offices/list.html", "base.html", True),
        ("offices/list.html", "accounts/_name.html", True),
        ("offices/list.html", "offices/_row.html", True),
        ("offices/list.html", "summaries/_paper.html", False),
        ("components/table.html", "offices/_row.html", False),
        ("base.html", "offices/_row.html", False),
    ],
)
def test_a_misplaced_include_is_found(name: str, included: str, fine: bool):
    assert (misplaced(name, f'{{% include "{included}" with a=b %}}') == []) is fine


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of each import that is carried out; those for types alone are not."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        else:
            yield from imported(node)


def upstairs(app: str, room: str, text: str) -> list[str]:
    """Imports of a room above its own, in the same app."""
    wrong = []
    for line, name in imported(ast.parse(text)):
        parts = name.split(".")
        local = parts[:2] == ["apps", app] and len(parts) > 2 and parts[2] in ROOMS
        if local and ROOMS.index(parts[2]) > ROOMS.index(room):
            wrong.append(f"apps/{app}/{room}, line {line}: imports {name}")
    return wrong


def test_rooms_only_import_from_below():
    wrong = []
    for path in ours(".py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[0] == "apps" and len(parts) > 2 and parts[2] in ROOMS:
            wrong += upstairs(parts[1], parts[2], path.read_text())
    assert wrong == []


@pytest.mark.parametrize(
    ("room", "line", "fine"),
    [
        ("views", "from apps.offices.actions import rename", True),
        ("views", "from apps.offices import actions, forms", True),
        ("actions", "from apps.offices import tasks", False),
        ("actions", "def act():\n    from apps.offices.tasks import tell", False),
        ("rules", "from apps.offices.models import Office", False),
        ("rules", "if TYPE_CHECKING:\n    from apps.offices.models import Office", True),
        ("models", "import apps.offices.views", False),
        ("models", "from apps.accounts.views import sign_in", True),  # import-linter's part
    ],
)
def test_a_room_that_looks_upstairs_is_found(room: str, line: str, fine: bool):
    assert (upstairs("offices", room, line) == []) is fine


def test_no_file_is_too_long():
    counted = {path: path.read_text().count("\n") for path in ours(".py", ".html", ".css", ".js")}
    assert len(counted) > 100
    assert [f"{path.relative_to(ROOT)}: {lines}" for path, lines in counted.items() if lines > LINES] == []


def inline(text: str) -> list[str]:
    bare = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", " ", text, flags=re.DOTALL)
    return [what for what, pattern in INLINE.items() if pattern.search(bare)]


def test_pages_hold_no_script_style_or_handler():
    assert [f"{name_of(path)}: {what}" for path in templates() for what in inline(path.read_text())] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<script>go()</script>", ["inline script"]),
        ("<style>a {}</style>", ["style element"]),
        ('<p\n  style="x">', ["style attribute"]),
        ('<a {% if a > b %}x{% endif %} onclick="go()">', ["inline handler"]),
        ('<a href="javascript:go()">', ["javascript: address"]),
        ('<script src="{% static "js/a.js" %}" defer></script><p data-style="x" class="on">', []),
        ('<script type="application/json">{}</script>', []),
    ],
)
def test_inline_things_are_found(text: str, found: list[str]):
    assert inline(text) == found


def test_migrations_have_names():
    assert [str(path.relative_to(ROOT)) for path in APPS.glob("*/migrations/*_auto_*.py")] == []
