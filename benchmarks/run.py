"""`make bench`: what mailbot costs, as ratios to a floor and to the sink's own limit, all measured in this one run.

Read the ratios: the absolute rates are this machine's. Aims: relay at least 0.5 of the floor's messages a second;
dispatch at most twice the time that the sink alone needs for the same bytes; memory under 120 MB, and the same for
1,000 forms as for 10,000. `--quick` runs everything small, to see that it works.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from dispatch import Dispatch, measured_dispatch
from relay import Relay, measured_relay


def main() -> int:
    quick = "--quick" in sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="mailbot-bench-") as folder:
        print("relay: posts of mentors to their mentees ...", flush=True)
        relay = measured_relay(Path(folder) / "relay", posts=40 if quick else 1_000, paced=20 if quick else 400)
        dispatches = []
        for forms in (10, 100) if quick else (1_000, 10_000):
            print(f"dispatch: {forms:,} forms ...", flush=True)
            dispatches.append(measured_dispatch(Path(folder) / f"dispatch-{forms}", forms=forms))
    report(relay, dispatches)
    return 0


def report(relay: Relay, dispatches: list[Dispatch]) -> None:
    """The one table."""
    small, large = dispatches
    row = "{:<34}{:>10}{:>10}{:>8}   {}"
    print("\n" + row.format("", "floor", "mailbot", "ratio", "aim"))
    rates = (relay.floor_per_second, relay.mailbot_per_second)
    print(row.format("relay, messages/s", *(f"{r:.0f}" for r in rates), f"{rates[1] / rates[0]:.2f}", "at least 0.5"))
    tails = (relay.floor_p99, relay.mailbot_p99)
    pace = f"relay, p99 at {relay.pace}/s, ms"
    print(row.format(pace, *(f"{t * 1000:.1f}" for t in tails), f"{tails[1] / tails[0]:.1f}", ""))
    for dispatch in dispatches:
        times = (dispatch.sink_seconds, dispatch.seconds)
        label = f"dispatch of {dispatch.forms:,} forms, s"
        print(row.format(label, *(f"{t:.2f}" for t in times), f"{times[1] / times[0]:.2f}", "at most 2"))
    peaks = (small.peak_megabytes, large.peak_megabytes)
    label = f"peak memory, {small.forms:,} to {large.forms:,}, MB"
    print(row.format(label, *(f"{p:.0f}" for p in peaks), f"{peaks[1] / peaks[0]:.2f}", "under 120, about 1.0"))
    rosters = (small.roster_peak_megabytes, large.roster_peak_megabytes)
    label = "the same, taking in the roster, MB"
    print(row.format(label, *(f"{p:.0f}" for p in rosters), f"{rosters[1] / rosters[0]:.2f}", ""))
    print(row.format("peak memory of the relay, MB", "", f"{relay.peak_megabytes:.0f}", "", "under 120"))
    print("\nThe floor of dispatch is the sink alone, fed the same bytes; memory compares the two sizes of round.")


if __name__ == "__main__":
    sys.exit(main())
