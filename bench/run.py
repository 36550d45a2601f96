"""python -m bench.run [name ...] [--out FOLDER]: measure the pairs and write one result each to bench/results/.

A benchmark is a module `bench/bench_<subject>.py` with `pairs()`, a generator of `Pair`: what stands before a `yield`
sets up, what stands behind it clears away. It finds the settings loaded and DATABASE_URL naming a database of its own.
"""

import argparse
import importlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from bench.harness import ROOT, Pair, document, measure

RESULTS = ROOT / "bench" / "results"


def modules() -> Iterator[ModuleType]:
    for path in sorted((ROOT / "bench").glob("bench_*.py")):
        yield importlib.import_module(f"bench.{path.stem}")


def found(names: list[str]) -> Iterator[Pair]:
    for module in modules():
        for pair in module.pairs():
            if not names or pair.name in names:
                yield pair


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Measure what we built against its floor.")
    parser.add_argument("names", nargs="*", help="only these pairs")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation_cluster.settings")
    import django

    from emulation_cluster.ground import running

    running.adopt()
    django.setup()
    options.out.mkdir(parents=True, exist_ok=True)
    count = 0
    for pair in found(options.names):
        result = measure(pair)
        path = options.out / f"{pair.name}.json"
        path.write_text(json.dumps(document(result), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        print(f"{pair.name}: {result.ratio} x ({result.ours_ms} ms over {result.floor_ms} ms: {pair.note})", flush=True)
        count += 1
    if not count:
        print("No pair of that name.", file=sys.stderr)
    return 0 if count else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
