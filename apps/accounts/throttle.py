"""How often one may fail to sign in: ten times in fifteen minutes for a user name from an address.

The count lives in the cache and is raised before the password is looked at, so that parallel tries do not slip by.
"""

import hashlib
import time

from django.core.cache import cache

from apps.core.text import fold

FAILURES = 10
WINDOW = 15 * 60  # seconds


def _key(username: str, address: str) -> str:
    digest = hashlib.sha256(f"{fold(username)}\0{address}".encode()).hexdigest()
    return f"accounts:sign-in:{digest}"


def waiting_time(*, username: str, address: str, now: float | None = None) -> int:
    """Counts one try; answers 0 where it may go on, or the seconds to wait."""
    moment = time.time() if now is None else now
    key = _key(username, address)
    ends_at = float(cache.get_or_set(f"{key}:ends", moment + WINDOW, WINDOW) or moment + WINDOW)
    cache.add(key, 0, WINDOW)
    try:
        tries = cache.incr(key)
    except ValueError:  # it ran out between the two lines: a new window begins
        cache.set(key, 1, WINDOW)
        tries = 1
    return max(1, round(ends_at - moment)) if tries > FAILURES else 0


def forget(*, username: str, address: str) -> None:
    """After a success."""
    key = _key(username, address)
    cache.delete_many([key, f"{key}:ends"])
