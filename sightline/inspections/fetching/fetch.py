"""Downloads reports that are not yet in a folder: one at a time, with a pause between requests."""

import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import urllib3

from sightline.inspections.fetching.index_file import (
    Fetched,
    is_here,
    read_index,
    sha256_of,
    write_index,
)
from sightline.inspections.fetching.listing import (
    LISTING,
    Provider,
    Publication,
    next_page,
    providers,
    publications,
)

PAUSE_SECONDS = 1.0
LARGEST_REPORT = 50 * 1024 * 1024  # bytes; the largest report seen is under 2 MB
PIECE = 4 * 1024  # bytes; at most one piece is lost where a report breaks off
WHO_WE_ARE = "Sightline (open source; reads published inspection reports)"


@dataclass
class FetchReport:
    """What a fetch did: files fetched, how many were here already, and what failed and why."""

    fetched: list[str] = field(default_factory=list)
    already_here: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)


class CouldNotFetch(Exception):
    """One page or report could not be fetched; the message says why in the reader's words."""


@dataclass
class PoliteConnection:
    """One request at a time, a pause before each, three more tries with growing pauses."""

    pause: float
    pool: urllib3.PoolManager = field(init=False)

    def __post_init__(self) -> None:
        retries = urllib3.Retry(
            total=3,
            backoff_factor=max(self.pause, 0.01),
            status_forcelist=(429, 500, 502, 503, 504),
            respect_retry_after_header=True,
            raise_on_status=False,
        )
        self.pool = urllib3.PoolManager(
            headers={"User-Agent": WHO_WE_ARE},
            retries=retries,
            timeout=urllib3.Timeout(connect=10, read=30),
        )

    def get(self, address: str, headers: dict[str, str] | None = None) -> urllib3.BaseHTTPResponse:
        """The answer to one request. Raises CouldNotFetch where there is none, or an error."""
        time.sleep(self.pause)
        sent = {"User-Agent": WHO_WE_ARE, **(headers or {})}
        try:
            answer = self.pool.request("GET", address, headers=sent, preload_content=False)
        except urllib3.exceptions.HTTPError as error:
            raise CouldNotFetch(
                f"no answer from the listing's server ({type(error).__name__})"
            ) from error
        if answer.status >= 400 and answer.status != 416:
            answer.release_conn()
            raise CouldNotFetch(f"the server answered {answer.status}")
        return answer

    def page(self, address: str) -> bytes:
        """A whole page, at most as large as the largest report."""
        try:
            return self.get(address).read(LARGEST_REPORT)
        except urllib3.exceptions.HTTPError as error:
            raise CouldNotFetch("the page broke off") from error


def fetch_reports(
    folder: Path,
    *,
    listing: str = LISTING,
    pause: float = PAUSE_SECONDS,
    progress: Callable[[int, int], None] | None = None,
) -> FetchReport:
    """Bring every report of the listing that is not yet in ``folder`` there, with its index.

    ``pause`` is in seconds, before every request. What is in the index and lies unaltered in the
    folder is not asked for again. A report that broke off is resumed where it stopped. What fails
    is told in the report and does not stop the others. Raises CouldNotFetch where the listing
    itself cannot be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    connection = PoliteConnection(pause)
    report = FetchReport()
    held = {entry.address: entry for entry in read_index(folder) if is_here(folder, entry)}
    authorities = list(_authorities(connection, listing))
    if not authorities:
        raise CouldNotFetch("the listing names no authority")
    for done, provider in enumerate(authorities, start=1):
        for publication in _publications(connection, provider, report):
            _fetch_one(connection, folder, publication, held, report)
        if progress:
            progress(done, len(authorities))
    return report


def _authorities(connection: PoliteConnection, listing: str) -> Iterator[Provider]:
    seen: set[str] = set()
    address: str | None = listing
    while address and address not in seen:
        seen.add(address)
        page = connection.page(address)
        yield from providers(page, address)
        address = next_page(page, address)


def _publications(
    connection: PoliteConnection, provider: Provider, report: FetchReport
) -> list[Publication]:
    try:
        return list(publications(connection.page(provider.address), provider))
    except CouldNotFetch as error:
        report.failed.append((provider.address, str(error)))
        return []


def _fetch_one(
    connection: PoliteConnection,
    folder: Path,
    publication: Publication,
    held: dict[str, Fetched],
    report: FetchReport,
) -> None:
    if publication.address in held:
        report.already_here += 1
        return
    name = _file_name(publication, {entry.file for entry in held.values()})
    try:
        _download(connection, publication.address, folder / name)
    except CouldNotFetch as error:
        report.failed.append((publication.address, str(error)))
        return
    held[publication.address] = Fetched(
        file=name,
        urn=publication.urn,
        authority=publication.authority,
        published=publication.published.isoformat() if publication.published else "",
        title=publication.title,
        address=publication.address,
        sha256=sha256_of(folder / name),
    )
    write_index(folder, list(held.values()))
    report.fetched.append(name)


def _file_name(publication: Publication, taken: set[str]) -> str:
    """URN, authority and date of publication; a number is added where two share all three."""
    authority = re.sub(r"[^a-z0-9]+", "-", publication.authority.lower()).strip("-")
    day = publication.published.isoformat() if publication.published else "undated"
    stem = f"{publication.urn}-{authority}-{day}"
    name, number = f"{stem}.pdf", 2
    while name in taken:
        name, number = f"{stem}-{number}.pdf", number + 1
    return name


def _download(connection: PoliteConnection, address: str, path: Path) -> None:
    """Download to ``path`` by way of a .part file, which a later fetch resumes."""
    unfinished = path.with_suffix(".pdf.part")
    begun = unfinished.stat().st_size if unfinished.exists() else 0
    answer = connection.get(address, {"Range": f"bytes={begun}-"} if begun else None)
    resumed = answer.status == 206
    if answer.status == 416:
        answer.release_conn()
        unfinished.unlink()
        answer, resumed, begun = connection.get(address), False, 0
    with unfinished.open("ab" if resumed else "wb") as handle:
        _copy(answer, handle, begun if resumed else 0)
    _verify(unfinished)
    os.replace(unfinished, path)


def _copy(answer: urllib3.BaseHTTPResponse, handle, size: int) -> None:
    try:
        for piece in answer.stream(PIECE):
            handle.write(piece)
            size += len(piece)
            if size > LARGEST_REPORT:
                raise CouldNotFetch("the report is larger than any report should be")
    except urllib3.exceptions.HTTPError as error:
        raise CouldNotFetch("the report broke off; the next fetch goes on from there") from error
    finally:
        answer.release_conn()


def _verify(path: Path) -> None:
    """A report begins as a PDF and ends as one; anything else is not kept."""
    with path.open("rb") as handle:
        begin = handle.read(1024)
        handle.seek(max(0, path.stat().st_size - 2048))
        end = handle.read()
    if b"%PDF-" not in begin or b"%%EOF" not in end:
        path.unlink()
        raise CouldNotFetch("what came is not a whole PDF")
