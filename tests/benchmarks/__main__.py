"""Run the benchmarks: ``python -m tests.benchmarks``."""

import argparse
import os

# The libraries below NumPy read these when they are loaded, so they must be set before anything else is imported.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[variable] = "1"

from . import long_run, page, playing, populations, replay, slices, speed  # noqa: E402

PARTS = {
    "speed": speed.measure,
    "populations": populations.measure,
    "slices": slices.measure,
    "long-run": long_run.measure,
    "replay": replay.measure,
    "page": page.measure,
    "playing": playing.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description="Measure how fast nncore and the page are."
    )
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part; may be given repeatedly")
    parser.add_argument("--rounds", type=int, default=5, help="how often each contestant has its turn (default: 5)")
    arguments = parser.parse_args()
    for name, measure in PARTS.items():
        if not arguments.only or name in arguments.only:
            measure(arguments.rounds)


if __name__ == "__main__":
    main()
