"""python -m emulation_cluster.ground run | test [pytest's arguments]"""

import sys

from emulation_cluster.ground.faults import Fault, Stopped
from emulation_cluster.ground.speech import say


def main(arguments: list[str]) -> int:
    from emulation_cluster.ground import house, trial

    try:
        match arguments:
            case ["run"]:
                house.run()
            case ["test", *rest]:
                return trial.run(rest)
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except Stopped:
        say("Stopped.")
    except Fault as fault:
        print(f"\n{fault}", file=sys.stderr, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
