"""`make bench-reading`: how exactly and how fast mailbot reads replies, beside the public reply parsers, in one run.

Posts: our generated replies, and replies that other projects published with what they expect (fetched at run time by
pip and npm, exact versions known by their hash, into build/reading). Every parser is given the same texts; exact is
equal but for blanks, "signature" also accepts a last block of up to 220 characters kept or dropped. Then what takes
parsers down, and the reader of forms. Times are of the processor, so that a busy machine does not tell. `--quick`
runs everything small, to see that it works.
"""

from __future__ import annotations

import sys
from typing import Any

from contender import CONTENDERS
from exactness import Score, score
from form_reader import HOSTILE, MEGABYTE, growth, in_a_process, usual_seconds
from generated import generated_replies
from hostile import INPUTS, endurance
from published import published_pairs


def main() -> int:
    quick = "--quick" in sys.argv[1:]
    own = generated_replies()
    posts("our generated replies", own[:: 20 if quick else 1], list(CONTENDERS))
    print("(7 in 16 have answers inside or below a quote without marks: nobody can tell who does not know the parent)")
    pairs = published_pairs()
    published = [{"text": pair.reply, "expected": pair.expected, "source": pair.source} for pair in pairs]
    alone = [name for name in CONTENDERS if name != "mailbot, parent known"]
    posts("published replies", published, alone)
    for source in sorted({pair.source for pair in pairs}):
        posts(f"  of {source}", [row for row in published if row["source"] == source], alone)
    hostile_posts(quick=quick)
    form_replies(quick=quick)
    return 0


def posts(label: str, replies: list[dict[str, Any]], contenders: list[str]) -> None:
    """One table: exactness and time of each parser over one set."""
    if not replies:
        return
    row = "{:<26}{:>8}{:>11}{:>8}{:>12}{:>10}"
    print(
        f"\nposts, {label}: {len(replies)}\n" + row.format("", "exact", "signature", "errors", "median, ms", "p99, ms")
    )
    for name in contenders:
        found: Score = score(name, replies)
        shares = (f"{100 * part / found.count:.1f} %" for part in (found.exact, found.tolerant))
        times = (f"{1000 * seconds:.2f}" for seconds in (found.median, found.slowest))
        print(row.format(name, *shares, found.errors, *times), flush=True)


def hostile_posts(*, quick: bool) -> None:
    """One table: seconds for each hostile text, once and in twice the size."""
    contenders = ("mailbot", "mail-parser-reply", "quotequail quote", "email-reply-parser")
    labels = list(INPUTS)[:2] if quick else list(INPUTS)
    row = "{:<32}" + "{:>20}" * len(contenders)
    print(
        "\nhostile posts, seconds, and for twice as much (killed after 8 s by the clock)\n"
        + row.format("", *contenders)
    )
    for label in labels:
        cells = []
        for name in contenders:
            found = endurance(name, label)
            cells.append(" / ".join("killed" if s is None else f"{s:.2f}" for s in (found.once, found.twice)))
        print(row.format(label, *cells), flush=True)


def form_replies(*, quick: bool) -> None:
    """The form reader: a usual reply, doubling sizes, hostile ones."""
    median, slowest, size = usual_seconds(30 if quick else 300)
    print(f"\nform, reply of {size:,} bytes to 12 questions: median {1000 * median:.2f} ms (aim: under 3), ", end="")
    print(f"p99 {1000 * slowest:.2f} ms")
    sizes = [MEGABYTE * 25 // 2**step for step in range(1 if quick else 5, -1, -1)]
    row = "{:<34}{:>34}{:>8}{:>8}   {}"
    print("\n" + row.format("growing forms", f"seconds, up to {sizes[-1] // MEGABYTE} MB", "ratio", "MB", "aim"))
    for label in ("a usual reply, older mail below", "bare > lines", "newlines")[: 1 if quick else None]:
        found = growth(label, sizes)
        seconds = " ".join(f"{second:.2f}" for second in found.seconds)
        print(
            row.format(label, seconds, f"{found.worst_ratio:.1f}", f"{found.megabytes:.0f}", "at most 2.2"), flush=True
        )
    print("\n" + row.format("hostile forms", "seconds", "", "MB", "aim"))
    for label, bytes_ in HOSTILE.items():
        seconds_, megabytes = in_a_process(label, bytes_)
        print(row.format(label, f"{seconds_:.2f}", "", f"{megabytes:.0f}", "1 s, 200 MB"), flush=True)


if __name__ == "__main__":
    sys.exit(main())
