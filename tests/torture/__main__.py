"""``make torture``: every trial in full. ``make fuzz``: two million queries.

python -m torture            everything (half an hour and more)
python -m torture NAME …     some of it
python -m torture --fuzz N   queries alone
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from torture import trials

FULL = {
    "dying_at_each_step": (100_000,),
    "killed_at_random": (300, 2400),
    "stopped_at_random": (300, 4000),
    "damaged": (20, 2000),
    "repaired": (),
    "alerts_killed": (60,),
    "one_writer": (),
    "without_resources": (),
    "readers_in_a_storm": (600.0, 8),
    "hostile_files": (),
    "no_network": (),
    "fuzzed_queries": (18_500, 50_000, 1.0),
    "bounded_memory": (200_000,),
    "oracle": (200_000, 1),
}


def main() -> None:
    if "--fuzz" in sys.argv:
        count = int(sys.argv[sys.argv.index("--fuzz") + 1])
        with tempfile.TemporaryDirectory(prefix="newsgrep-fuzz-") as name:
            trials.fuzzed_queries(Path(name), 18_500, count, 1.0)
        return
    chosen = sys.argv[1:] or list(FULL)
    unknown = [name for name in chosen if name not in FULL]
    if unknown:
        sys.exit(f"no trial is called {', '.join(unknown)}; there are: {', '.join(FULL)}")
    for name in chosen:
        started = time.monotonic()
        with tempfile.TemporaryDirectory(prefix=f"newsgrep-{name}-") as folder:
            getattr(trials, name)(Path(folder), *FULL[name])
        print(f"  {name}: {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
