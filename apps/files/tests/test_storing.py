"""Kept once, whoever brings it and however often; nothing stays of what was rolled back."""

import threading
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection, transaction

from apps.files.actions import store
from apps.files.models import StoredFile


def kept(settings: Any) -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


@pytest.mark.django_db(transaction=True)
def test_the_same_content_is_kept_once(settings: Any):
    first = store(content=b"abc", name="a.txt", content_type="text/plain", by=None)
    again = store(content=ContentFile(b"abc"), name="b.txt", content_type="text/plain", by=None)
    assert first == again
    assert (first.size, len(first.sha256), first.name) == (3, 64, "a.txt")
    assert [path.read_bytes() for path in kept(settings)] == [b"abc"]


@pytest.mark.django_db(transaction=True)
def test_nothing_stays_of_a_rollback(settings: Any):
    with transaction.atomic():
        store(content=b"abc", name="a.txt", content_type="text/plain", by=None)
        assert len(kept(settings)) == 1
        transaction.set_rollback(True)
    assert kept(settings) == []
    assert not StoredFile.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_nothing_stays_of_a_savepoint(settings: Any):
    with transaction.atomic():
        with transaction.atomic():
            store(content=b"abc", name="a.txt", content_type="text/plain", by=None)
            transaction.set_rollback(True)
        store(content=b"xyz", name="a.txt", content_type="text/plain", by=None)
    assert [path.read_bytes() for path in kept(settings)] == [b"xyz"]


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_keep_one(settings: Any):
    content = b"x" * 3_000_000
    start, found, faults = threading.Barrier(4), [], []

    def bring() -> None:
        try:
            start.wait()
            found.append(store(content=content, name="a.txt", content_type="text/plain", by=None).pk)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=bring) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(set(found)) == 1
    assert len(kept(settings)) == 1


@pytest.mark.django_db
def test_a_large_file_is_never_in_memory_whole(monkeypatch: pytest.MonkeyPatch):
    asked: list[int] = []

    class Large(ContentFile):  # type: ignore[type-arg]
        def read(self, size: int = -1) -> Any:
            asked.append(size)
            return super().read(size)

    store(content=Large(b"x" * 2_500_000), name="a", content_type="text/plain", by=None)
    assert asked
    assert all(0 < size <= 1024 * 1024 for size in asked)
