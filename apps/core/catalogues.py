"""Message catalogues without GNU gettext: extract, update, check and compile, all by Babel.

A catalogue is sorted by msgid and holds no line numbers and no dates, so that two people's additions merge. English
is the language of the source: its catalogue repeats the msgids and exists for the plurals. Needs no database.
"""

import io
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGES = ("vi", "en")
SOURCE_LANGUAGE = "en"
PLURAL_FORMS = {"vi": "nplurals=1; plural=0;", "en": "nplurals=2; plural=(n != 1);"}
SOURCES = ("apps", "emulation_cluster", "templates", "static")
SKIPPED_FOLDERS = {"tests", "migrations", "locale", "node_modules", "__pycache__", "vendor"}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HEADER = """\
# Written by `python manage.py catalogues` from the source; only the msgstr lines are typed by hand.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|(?<!%)%[sd]|\{\w*(?:[.!:][^{}]*)?\}")


def source_path(root: Path, language: str) -> Path:
    return root / "emulation_cluster" / "locale" / language / "LC_MESSAGES" / "django.po"


def source_files(root: Path) -> Iterator[Path]:
    for top in SOURCES:
        for folder, folders, files in os.walk(root / top):
            folders[:] = sorted(name for name in folders if name not in SKIPPED_FOLDERS)
            for name in sorted(files):
                if name.endswith((".py", ".html", ".txt", ".js")) and not name.endswith(".min.js"):
                    yield Path(folder) / name


def messages_of(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """The messages of one file, each as (msgid or (singular, plural), context)."""
    text = path.read_text(encoding="utf-8")
    method = "python"
    if path.suffix == ".js":
        method = "javascript"
    elif path.suffix != ".py":
        from django.utils.translation.template import templatize

        # What is left of a page is indented at will; within parentheses Python's tokenizer does not mind.
        text = f"(\n{templatize(text, origin=str(path))}\n)"
    for _line, msgid, _comments, context in extract(method, io.BytesIO(text.encode()), keywords=KEYWORDS):
        if msgid and msgid != ("",):
            yield msgid if isinstance(msgid, str) else tuple(msgid), context


def extracted(root: Path) -> Catalog:
    catalogue = Catalog(charset="utf-8")
    for path in source_files(root):
        for msgid, context in messages_of(path):
            catalogue.add(msgid, context=context)
    return catalogue


def read(root: Path, language: str) -> Catalog:
    path = source_path(root, language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, charset="utf-8", abort_invalid=True)


def entries(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, (tuple, list)) else (str(message.id),)


def strings(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (str(message.string),)


def updated(source: Catalog, old: Catalog, language: str) -> Catalog:
    """What the source says now, with the translations that are there; what the source no longer says is dropped."""
    new = Catalog(locale=language, charset="utf-8")
    for message in entries(source):
        known = old.get(message.id, message.context)
        texts: tuple[str, ...] = strings(known) if known else ()
        flags = {"fuzzy"} if known and known.fuzzy else set()
        if language == SOURCE_LANGUAGE and not (texts and all(texts)):
            texts = ids(message)
        if len(ids(message)) == 1:
            new.add(message.id, texts[0] if texts else "", flags=flags, context=message.context)
        else:
            filled = (texts + ("",) * new.num_plurals)[: new.num_plurals]
            new.add(message.id, filled, flags=flags, context=message.context)
    return new


def serialised(catalogue: Catalog, language: str) -> bytes:
    out = io.BytesIO()
    write_po(out, catalogue, width=120, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    header = HEADER.format(language=language, plural_forms=PLURAL_FORMS[language])
    return (header + out.getvalue().decode()).rstrip("\n").encode() + b"\n"


def update(root: Path) -> list[Path]:
    """Write what changed; return the files written."""
    source = extracted(root)
    written = []
    for language in LANGUAGES:
        path = source_path(root, language)
        content = serialised(updated(source, read(root, language), language), language)
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            written.append(path)
    return written


def compile_all(root: Path) -> None:
    """Write the binary catalogues. Each is replaced at once: a server that starts meanwhile never reads half a file."""
    for language in LANGUAGES:
        out = io.BytesIO()
        write_mo(out, read(root, language))
        path = source_path(root, language).with_suffix(".mo")
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        fresh.write_bytes(out.getvalue())
        fresh.replace(path)


def problems(root: Path) -> list[str]:
    """What is wrong with the catalogues, one line each; empty when they are complete."""
    source = extracted(root)
    found = []
    for language in LANGUAGES:
        catalogue = read(root, language)
        for message in entries(source):
            found += [f"{language}: {fault}: {ids(message)[0]!r}" for fault in _faults(message, catalogue)]
        kept = {(ids(message)[0], message.context) for message in entries(source)}
        gone = [message for message in entries(catalogue) if (ids(message)[0], message.context) not in kept]
        found += [f"{language}: obsolete: {ids(message)[0]!r}" for message in gone]
    return found


def _faults(message: Message, catalogue: Catalog) -> Iterable[str]:
    known = catalogue.get(message.id, message.context)
    if known is None or len(ids(known)) != len(ids(message)):
        return ["missing"]
    if known.fuzzy:
        return ["fuzzy"]
    texts = strings(known)
    if len(ids(message)) > 1 and len(texts) != catalogue.num_plurals:
        return [f"{len(texts)} plural forms instead of {catalogue.num_plurals}"]
    if not all(texts):
        return ["empty"]
    allowed = [set(PLACEHOLDER.findall(msgid)) for msgid in ids(message)]
    return [
        f"placeholders differ ({', '.join(sorted(set(PLACEHOLDER.findall(text)) ^ allowed[-1]))})"
        for text in texts
        if set(PLACEHOLDER.findall(text)) not in allowed
    ]
