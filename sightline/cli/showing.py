"""What commands show: progress on a terminal, small tables, counted lists."""

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence

import click

Progress = Callable[[int, int], None]


@contextlib.contextmanager
def progress_of(label: str) -> Iterator[Progress]:
    """A progress bar on standard error while the block runs; nothing where that is no terminal.

    Gives the function that hears how many of how many steps are done.
    """
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    steps = 1000
    with click.progressbar(length=steps, label=label, file=sys.stderr) as bar:
        shown = 0

        def tell(done: int, total: int) -> None:
            nonlocal shown
            reached = steps * done // total if total else 0
            if reached > shown:
                bar.update(reached - shown)
                shown = reached

        yield tell
        tell(1, 1)


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Rows under heads, numbers to the right, as plain text."""
    cells = [[_shown(value) for value in row] for row in rows]
    widths = [max(len(head), *(len(row[i]) for row in cells), 0) for i, head in enumerate(heads)]
    is_number = [
        bool(rows) and all(isinstance(row[i], int | float) for row in rows)
        for i in range(len(heads))
    ]

    def line(values: Sequence[str]) -> str:
        padded = [
            value.rjust(width) if right else value.ljust(width)
            for value, width, right in zip(values, widths, is_number, strict=True)
        ]
        return "  ".join(padded).rstrip()

    return "\n".join([line(heads), *(line(row) for row in cells)])


def _shown(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return "" if value is None else str(value)


def count(number: int, one: str, many: str | None = None) -> str:
    """Number and noun, such as "1 row" or "2,000 rows"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
