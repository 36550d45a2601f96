"""Words for the person at the terminal."""

import contextlib


def say(text: str) -> None:
    """Print at once. A terminal that has been closed meanwhile must not keep the house from stopping in order."""
    with contextlib.suppress(OSError):
        print(text, flush=True)
