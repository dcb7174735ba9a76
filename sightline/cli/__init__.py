"""Commands: the same functions as the web, no logic of their own."""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 done in part, 2 could not be done."""
    from sightline.cli.running import run

    return run(arguments)
