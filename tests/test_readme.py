"""The README's two commands are what the continuous integration runs, and its plan of the house is the real one."""

import re
import tomllib
from pathlib import Path

from tests.test_structure import floors

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    block = re.search(r"```\n(.*?)```", README, re.DOTALL)
    assert block
    return [line.split("#")[0].strip() for line in block[1].splitlines()]


def test_the_two_commands_are_there():
    assert commands() == ["make run", "make test"]
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {command.split()[1] for command in commands()} <= set(targets)


def test_ci_runs_the_test_command_of_the_readme():
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    assert commands()[1] in lines
    assert "make check" in lines


def test_the_floors_of_the_readme_are_the_floors():
    assert re.findall(r"^\| `([a-z]+)` \|", README, re.MULTILINE) == list(reversed(floors()))


def test_the_named_folders_and_guides_exist():
    for link in re.findall(r"\]\((docs/[^)]+)\)", README):
        assert (ROOT / link).exists(), link


def test_every_dependency_says_what_it_is_for():
    for name in ("requirements.in", "requirements-dev.in"):
        for line in (ROOT / name).read_text().splitlines():
            if line and not line.startswith(("#", "-c")):
                assert "  # " in line, f"{name}: {line}"


def test_python_is_named_alike_everywhere():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mypy"]["python_version"]
    assert f"Python {version} or newer" in README
    assert f"sys.version_info < ({version.replace('.', ', ')})" in (ROOT / "Makefile").read_text()


def test_every_setting_of_the_environment_is_in_the_operators_table():
    settings = (ROOT / "emulation_cluster" / "settings.py").read_text()
    named = set(re.findall(r"""env(?:ironment)?\.\w+\("([A-Z_]+)\"""", settings))
    assert len(named) > 5
    guide = (ROOT / "docs" / "operator.md").read_text()
    assert sorted(name for name in named if f"`{name}`" not in guide) == []
