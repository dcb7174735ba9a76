"""How long loading the published statistics takes, and any page of comparisons.

    ./run bench comparing_statistics [FOLDER]    (FOLDER: downloaded CSV files; without it those at hand)

The pages are asked for by chance: any indicator, any two councils, as a reader would come upon them.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

AT_HAND = Path(__file__).parents[2] / "shared" / "data" / "statistics"
PAGES, CHARTS = 300, 20
SEED = 7


def main(folder: Path) -> None:
    """Load, then ask for pages, then for charts that were never drawn."""
    from sightline.comparisons.load import load_statistics

    with tempfile.TemporaryDirectory() as scratch:
        workspace = Path(scratch)
        began = time.perf_counter()
        report = load_statistics([folder], workspace)
        took = time.perf_counter() - began
        print(f"load: {took:.1f} s for {len(report.added)} files, {report.figures:,} figures")
        client = _client(workspace)
        addresses = _addresses(workspace)
        _say("first page after a start", [_asked(client, addresses[0])])
        _say(f"{PAGES} pages", [_asked(client, one) for one in addresses[1 : PAGES + 1]])
        for one in ("/compare/sources/", "/compare/themes/plans_cp/?council=936"):
            _say(one, [_asked(client, one) for _ in range(10)])
        charts = [one.replace("/?", "/chart-wide.svg?") for one in addresses[: CHARTS + 1]]
        _say("first chart drawn", [_asked(client, charts[0])])
        _say(f"{CHARTS} charts drawn anew", [_asked(client, one) for one in charts[1:]])


def _client(workspace: Path):
    from sightline.web.serving import prepare

    prepare(workspace)
    from django.conf import settings
    from django.test import Client

    from sightline.casework.models import Person

    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(Person.objects.create(username="reader", role="leader"))
    return client


def _addresses(workspace: Path) -> list[str]:
    from sightline.comparisons.statistics import statistics_of

    held = statistics_of(workspace)
    chance = random.Random(SEED)
    councils = [area.key for area in held.councils]
    return [
        f"/compare/{chance.choice(list(held.indicators))}/"
        f"?council={chance.choice(councils)}&council={chance.choice(councils)}"
        for _ in range(PAGES + 1)
    ]


def _asked(client, address: str) -> float:
    """Milliseconds for one page."""
    began = time.perf_counter()
    answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    return 1000 * (time.perf_counter() - began)


def _say(what: str, times: list[float]) -> None:
    times = sorted(times)
    at_95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    print(
        f"{what}: median {times[len(times) // 2]:.0f} ms, 95th percentile {at_95:.0f} ms, longest {times[-1]:.0f} ms"
    )


if __name__ == "__main__":
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else AT_HAND
    if not given.is_dir():
        print("No statistics at hand: give the folder they were downloaded to.")
        sys.exit(0)
    main(given)
