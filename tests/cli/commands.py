"""Running the real command as a person does, in a process of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code and what it said."""

    code: int
    said: str
    complained: str


def run(*arguments: object, **environment: str) -> Ran:
    """Run ``sightline`` with these arguments; fails the test where a traceback shows."""
    done = subprocess.run(
        [sys.executable, "-m", "sightline.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )
    if "SIGHTLINE_TRACE" not in environment:
        assert "Traceback" not in done.stdout + done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)
