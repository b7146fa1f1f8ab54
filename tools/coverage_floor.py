"""Says which share of the branches the tests take, and fails below the floor.

    python tools/coverage_floor.py coverage.json FLOOR

``coverage json`` writes the file; the floor is in percent. Coverage's own ``fail_under`` counts
lines as well, of which there are four times as many: it would hide branches that nobody tests.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

SHOWN = 15


def main() -> None:
    """Print the share and the modules that lack most; exit 1 below the floor."""
    data = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    floor = float(sys.argv[2])
    totals = data["totals"]
    share = 100 * totals["covered_branches"] / totals["num_branches"]
    lacking = sorted(
        ((file["summary"]["missing_branches"], file["summary"]["num_branches"], name)
         for name, file in data["files"].items()),
        reverse=True,
    )  # fmt: skip
    print("branches that no test takes, of all:")
    for missing, every, name in lacking[:SHOWN]:
        print(f"{missing:5} of {every:4}  {name}")
    print(f"{share:.1f} % of {totals['num_branches']} branches are taken; the floor is {floor:g} %")
    sys.exit(share < floor)


if __name__ == "__main__":
    main()
