"""Run the benchmarks: ``python -m tests.benchmarks``."""

import argparse
import os

# The libraries below NumPy read these when they are loaded, so they must be set before anything else is imported.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[variable] = "1"

from . import (  # noqa: E402
    checking,
    diagnosing,
    explaining,
    long_run,
    memory,
    page,
    pasting,
    playing,
    populations,
    reading,
    refusing,
    reloading,
    replay,
    scaling,
    separating,
    sessions,
    slices,
    speed,
    surfaces,
    working,
)

PARTS = {
    "speed": speed.measure,
    "populations": populations.measure,
    "slices": slices.measure,
    "separating": separating.measure,
    "checking": checking.measure,
    "diagnosing": diagnosing.measure,
    "explaining": explaining.measure,
    "surfaces": surfaces.measure,
    "scaling": scaling.measure,
    "long-run": long_run.measure,
    "replay": replay.measure,
    "page": page.measure,
    "pasting": pasting.measure,
    "reading": reading.measure,
    "refusing": refusing.measure,
    "reloading": reloading.measure,
    "playing": playing.measure,
    "working": working.measure,
    "sessions": sessions.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description="Measure how fast nncore and the page are."
    )
    parser.add_argument(
        "--only", choices=[*PARTS, "memory"], action="append", help="measure this part; may be given repeatedly"
    )
    parser.add_argument("--rounds", type=int, default=5, help="how often each contestant has its turn (default: 5)")
    parser.add_argument("--minutes", type=float, default=10.0, help="how long `memory` plays (default: 10)")
    arguments = parser.parse_args()
    parts = {**PARTS, "memory": lambda _: memory.measure(arguments.minutes)}
    for name, measure in parts.items():
        if not arguments.only or name in arguments.only:
            measure(arguments.rounds)


if __name__ == "__main__":
    main()
