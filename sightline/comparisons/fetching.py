"""Fetches published data sets through the API of Explore Education Statistics, as CSV.

The two requests are those its documentation names: what a data set is (`/data-sets/ID`) and its
figures (`/data-sets/ID/csv`). Tried against a local server only, never against the real one.
"""

import json
import os
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import urllib3

ADDRESS = "https://api.education.gov.uk/statistics/v1"
PAUSE_SECONDS = 1.0
LARGEST_FILE = 500 * 1024 * 1024  # bytes
PIECE = 1024 * 1024
WHO_WE_ARE = "Sightline (open source; reads published statistics)"
_IDENTIFIER = re.compile(r"[A-Za-z0-9-]{1,64}")


@dataclass
class FetchReport:
    """What a fetch did: the files written, and which data sets failed and why."""

    fetched: list[Path] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)


class _Refused(Exception):
    """One data set could not be fetched; the message says why."""


def fetch_data_sets(
    identifiers: Sequence[str],
    folder: Path,
    *,
    address: str = ADDRESS,
    pause: float = PAUSE_SECONDS,
    progress: Callable[[int, int], None] | None = None,
) -> FetchReport:
    """Write the newest version of each data set to ``folder``, named by its title and version.

    ``identifiers`` are the ids its page shows; ``pause`` is in seconds, before every request. What
    fails is told in the report and does not stop the others.
    """
    folder.mkdir(parents=True, exist_ok=True)
    retries = urllib3.Retry(
        total=3, backoff_factor=max(pause, 0.01), status_forcelist=(429, 500, 502, 503, 504)
    )
    pool = urllib3.PoolManager(
        headers={"User-Agent": WHO_WE_ARE},
        retries=retries,
        timeout=urllib3.Timeout(connect=10, read=60),
    )
    report = FetchReport()
    for done, identifier in enumerate(identifiers, start=1):
        try:
            report.fetched.append(_fetch_one(pool, identifier, folder, address.rstrip("/"), pause))
        except _Refused as refused:
            report.failed.append((identifier, str(refused)))
        except urllib3.exceptions.HTTPError as error:
            report.failed.append((identifier, f"no answer ({type(error).__name__})"))
        if progress:
            progress(done, len(identifiers))
    return report


def _fetch_one(
    pool: urllib3.PoolManager, identifier: str, folder: Path, address: str, pause: float
) -> Path:
    if not _IDENTIFIER.fullmatch(identifier):
        raise _Refused("that is no id of a data set")
    about = _answer(pool, f"{address}/data-sets/{identifier}", pause)
    try:
        told = json.loads(about.read(PIECE))
        title, version = str(told["title"]), str(told["latestVersion"]["version"])
    except (ValueError, KeyError, TypeError) as error:
        raise _Refused("the answer does not say what the data set is") from error
    finally:
        about.release_conn()
    stem = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")[:80] or "data_set"
    target = folder / f"{stem}-v{re.sub(r'[^0-9.]', '', version)}.csv"
    answer = _answer(pool, f"{address}/data-sets/{identifier}/csv", pause)
    _write(answer, target)
    return target


def _answer(pool: urllib3.PoolManager, address: str, pause: float) -> urllib3.BaseHTTPResponse:
    time.sleep(pause)
    answer = pool.request("GET", address, preload_content=False)
    if answer.status != 200:
        answer.release_conn()
        raise _Refused(f"the server answered {answer.status}")
    return answer


def _write(answer: urllib3.BaseHTTPResponse, target: Path) -> None:
    """Write the answer aside, then put it in place: a killed fetch leaves no half file."""
    aside = target.with_suffix(".part")
    size = 0
    try:
        with aside.open("wb") as out:
            for piece in answer.stream(PIECE, decode_content=True):
                size += len(piece)
                if size > LARGEST_FILE:
                    raise _Refused("the file is larger than any data set")
                out.write(piece)
        os.replace(aside, target)
    finally:
        aside.unlink(missing_ok=True)
        answer.release_conn()
