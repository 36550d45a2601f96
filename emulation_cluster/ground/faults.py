"""What ends a start: always with a sentence that says what to do."""


class Fault(Exception):  # noqa: N818 (a person's word for it)
    """The start cannot go on; the message is for the person who typed the command."""


class Stopped(Exception):  # noqa: N818 (not an error)
    """Somebody asked the house to stop (Ctrl-C, SIGTERM, the terminal was closed)."""
