"""One piece of work in a process of its own: its processor seconds, its peak memory, what it gave."""

import multiprocessing
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Cost:
    """What a piece of work cost: ``seconds`` of processor time on all cores, ``megabytes`` at the peak."""

    seconds: float
    megabytes: float
    gave: Any


def cost(work: Callable[..., Any], *given: Any) -> Cost:
    """Do ``work(*given)`` in a new process, so that no other work's memory is counted with it."""
    starting = multiprocessing.get_context("spawn")
    answers = starting.SimpleQueue()
    process = starting.Process(target=_measured, args=(answers, work, given))
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"{work.__name__} failed; its error is above.")
    return Cost(*answers.get())


def _measured(answers: Any, work: Callable[..., Any], given: tuple[Any, ...]) -> None:
    begun = time.process_time()
    gave = work(*given)
    seconds = time.process_time() - begun
    answers.put((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, gave))
