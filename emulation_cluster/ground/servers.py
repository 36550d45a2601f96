"""The two servers that the product stands on: given by the environment, or embedded."""

import os
import shutil
from functools import partial

from emulation_cluster.ground import place as places
from emulation_cluster.ground import postgres, valkey
from emulation_cluster.ground.folders import Folders, Memory
from emulation_cluster.ground.processes import Family, end_leftovers
from emulation_cluster.ground.speech import say


def clear(folders: Folders) -> None:
    for name in end_leftovers(folders.run):
        say(f"Ended {name}, left running by a former start that was killed.")


def begin(family: Family, folders: Folders, memory: Memory, *, throwaway: bool = False) -> dict[str, str]:
    """Start what is not given; returns the addresses. `memory` then holds the ports and must be remembered."""
    addresses = {}
    waiting = []
    if not os.environ.get("REDIS_URL"):
        child = valkey.begin(family, folders, memory, throwaway=throwaway)
        waiting.append((child, valkey.answers))
        addresses["REDIS_URL"] = valkey.url(memory)
    if not os.environ.get("DATABASE_URL"):
        place = places.find(folders, memory)
        if postgres.end_leftover(place):
            say("Ended the PostgreSQL that a former start left running.")
        postgres.initialise(family, folders, memory, place)
        child = postgres.begin(family, memory, place, throwaway=throwaway)
        waiting.append((child, postgres.is_ready))
        addresses["DATABASE_URL"] = postgres.url(memory)
    for child, ready in waiting:
        family.wait_until(partial(ready, memory), child, seconds=60)
    folders.remember(memory)
    return addresses


def throw_away(folders: Folders, memory: Memory) -> None:
    """Remove the data of a test run, wherever they are."""
    shutil.rmtree(folders.postgres, ignore_errors=True)
    if os.geteuid() == 0:
        shutil.rmtree(places.state_folder() / memory.token, ignore_errors=True)
