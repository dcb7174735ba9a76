"""Running a command: the one place where an error becomes two sentences and an exit code."""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from sightline.sources.could_not import CouldNot

DONE, DONE_IN_PART, NOT_DONE = 0, 1, 2
TRACE = "SIGHTLINE_TRACE"


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command named by ``arguments`` (by default those of the process); its exit code."""
    from sightline.cli.commands import sightline

    try:
        code = sightline.main(
            args=list(arguments) if arguments is not None else None,
            prog_name="sightline",
            standalone_mode=False,
        )
        sys.stdout.flush()
        return code if isinstance(code, int) else DONE
    except click.ClickException as error:
        error.show()
        return NOT_DONE
    except (click.Abort, KeyboardInterrupt):
        # Click has ended the line that the terminal's ^C stands on.
        return _not_done("Stopped.", "Nothing is half done: run the same command again.")
    except BrokenPipeError:
        # The reader of our output, such as head, has had enough. Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if os.environ.get(TRACE) == "1":
            traceback.print_exc()
        return _not_done(*_said(error))


def _not_done(why: str, next_step: str) -> int:
    click.echo(why, err=True)
    click.echo(next_step, err=True)
    return NOT_DONE


def _said(error: Exception) -> tuple[str, str]:
    """Why and what to do. Any error with a ``next_step`` was written for readers."""
    if isinstance(error, CouldNot) or hasattr(error, "next_step"):
        return getattr(error, "fault", str(error)), str(error.next_step)
    if isinstance(error, OSError) and error.filename is not None:
        why = (error.strerror or "the operating system refused").lower()
        return (
            f"{error.filename} could not be used: {why}.",
            "Check the path, your access to it and the space on its disk, then run this again.",
        )
    return (
        f"Sightline met an error it did not foresee ({_place(error)}).",
        f"Run it again with {TRACE}=1 for the details; report them without any child's data.",
    )


def _place(error: Exception) -> str:
    """Kind and place of an error. Never its message, which may quote a child's record."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "sightline" in Path(frame.filename).parts] or frames
    if not ours:
        return type(error).__name__
    return f"{type(error).__name__} in {Path(ours[-1].filename).name}, line {ours[-1].lineno}"
