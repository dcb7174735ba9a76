"""How well the made-up authority works, month by month: it fails, and then recovers.

The shape follows what was published between 2014 and 2024 about one English county: a
reorganisation that went wrong in 2014, two findings of inadequate practice (2015 and 2018), slow
progress at first, then a steadier service, with a dip in 2022 to 2023. Timeliness of assessments
and conferences follows that county's published shares; where nothing is published (visits,
interviews, workers) the shares are invented and follow the same shape.
"""

from itertools import pairwise

from sightline.synthetic.chance import Chance
from sightline.synthetic.days import month_number, month_of

# Each course: the share of occasions on which practice fails, at moments in years.
# Between two moments it moves in a straight line.
COURSES: dict[str, tuple[tuple[float, float], ...]] = {
    "assessment late": (
        (2011.3, 0.16), (2013.3, 0.17), (2014.3, 0.24), (2015.5, 0.34), (2017.0, 0.26),
        (2018.5, 0.27), (2020.0, 0.18), (2021.2, 0.11), (2022.2, 0.16), (2022.8, 0.26),
        (2023.6, 0.15), (2024.4, 0.09),
    ),
    "assessment started late": (
        (2011.3, 0.06), (2013.3, 0.07), (2015.5, 0.14), (2018.5, 0.11), (2020.5, 0.05),
        (2022.8, 0.08), (2024.4, 0.03),
    ),
    "assessment abandoned": (
        (2011.3, 0.004), (2015.0, 0.02), (2018.3, 0.015), (2020.5, 0.004), (2024.4, 0.002),
    ),
    "conference late": (
        (2011.3, 0.45), (2013.0, 0.50), (2013.9, 0.28), (2015.0, 0.46), (2016.5, 0.33),
        (2018.2, 0.50), (2019.0, 0.22), (2020.8, 0.11), (2022.0, 0.13), (2022.8, 0.23),
        (2024.4, 0.17),
    ),
    "conference never": (
        (2011.3, 0.004), (2014.5, 0.02), (2018.0, 0.02), (2020.0, 0.004), (2024.4, 0.002),
    ),
    "enquiry drifts": (
        (2011.3, 0.07), (2014.5, 0.16), (2018.2, 0.18), (2020.0, 0.07), (2024.4, 0.04),
    ),
    "plan ended early": (
        (2011.3, 0.15), (2013.3, 0.17), (2014.6, 0.28), (2016.5, 0.36), (2018.5, 0.38),
        (2019.5, 0.26), (2021.0, 0.15), (2024.4, 0.09),
    ),
    "plan ended unvisited": (
        (2011.3, 0.08), (2013.3, 0.10), (2015.0, 0.22), (2018.4, 0.24), (2020.0, 0.10),
        (2024.4, 0.04),
    ),
    "visit late": (
        (2011.3, 0.10), (2013.3, 0.12), (2015.0, 0.26), (2018.3, 0.27), (2019.8, 0.15),
        (2020.3, 0.18), (2021.5, 0.10), (2024.4, 0.06),
    ),
    "child not seen": ((2011.3, 0.06), (2016.0, 0.11), (2020.0, 0.06), (2024.4, 0.04)),
    "interview missed": (
        (2011.3, 0.80), (2013.5, 0.82), (2015.4, 0.72), (2018.4, 0.58), (2020.0, 0.34),
        (2022.8, 0.27), (2024.4, 0.18),
    ),
    "no worker at first": (
        (2011.3, 0.04), (2013.3, 0.05), (2014.3, 0.13), (2018.4, 0.13), (2019.5, 0.06),
        (2022.8, 0.05), (2024.4, 0.02),
    ),
    "gap between workers": (
        (2011.3, 0.08), (2013.3, 0.09), (2014.5, 0.24), (2018.5, 0.28), (2019.8, 0.12),
        (2022.8, 0.11), (2024.4, 0.05),
    ),
    "case put down early": (
        (2011.3, 0.01), (2014.5, 0.04), (2018.4, 0.04), (2020.5, 0.01), (2024.4, 0.005),
    ),
    "stepped down without help": (
        (2011.3, 0.20), (2014.5, 0.40), (2018.5, 0.42), (2020.0, 0.20), (2024.4, 0.12),
    ),
    "referred again": (
        (2011.3, 0.56), (2013.0, 0.56), (2015.0, 0.47), (2018.5, 0.47), (2020.0, 0.40),
        (2022.0, 0.33), (2024.4, 0.31),
    ),
    "written up late": ((2011.3, 0.22), (2015.5, 0.38), (2018.4, 0.36), (2021.0, 0.18), (2024.4, 0.12)),
    "core group late": ((2011.3, 0.14), (2015.5, 0.32), (2018.4, 0.30), (2021.0, 0.14), (2024.4, 0.09)),
    "need review late": ((2011.3, 0.20), (2015.5, 0.42), (2018.4, 0.40), (2021.0, 0.20), (2024.4, 0.14)),
    "care visit late": ((2011.3, 0.12), (2015.5, 0.24), (2018.4, 0.22), (2021.0, 0.12), (2024.4, 0.08)),
    "care review late": ((2011.3, 0.08), (2015.5, 0.18), (2018.4, 0.14), (2021.0, 0.07), (2024.4, 0.05)),
    "care plan late": ((2011.3, 0.14), (2015.5, 0.30), (2018.4, 0.26), (2021.0, 0.14), (2024.4, 0.10)),
    "health check late": ((2011.3, 0.20), (2015.5, 0.34), (2018.4, 0.28), (2020.5, 0.30), (2024.4, 0.14)),
    "education plan late": ((2011.3, 0.18), (2015.5, 0.30), (2018.4, 0.26), (2021.0, 0.12), (2024.4, 0.09)),
    "pathway late": ((2011.3, 0.20), (2015.5, 0.36), (2018.4, 0.34), (2021.0, 0.18), (2024.4, 0.13)),
    "adviser out of touch": ((2011.3, 0.16), (2015.5, 0.30), (2018.4, 0.28), (2021.0, 0.14), (2024.4, 0.10)),
    "court work drifts": ((2011.3, 0.24), (2015.5, 0.44), (2018.4, 0.40), (2021.0, 0.22), (2024.4, 0.16)),
    "not offered": ((2011.3, 0.45), (2015.5, 0.60), (2018.4, 0.52), (2021.0, 0.30), (2024.4, 0.20)),
    "not looked into": ((2011.3, 0.34), (2015.5, 0.50), (2018.4, 0.46), (2021.0, 0.24), (2024.4, 0.15)),
    "supervision missed": ((2011.3, 0.25), (2015.0, 0.50), (2018.4, 0.50), (2021.0, 0.20), (2024.4, 0.12)),
}  # fmt: skip

# How much one month may differ from the course, as a share of it: no service moves in a line.
MONTHLY_NOISE = 0.12


class Practice:
    """The share of occasions on which each kind of practice fails, in every month."""

    def __init__(self, seed: int) -> None:
        self._shares = {
            course: _monthly(course, moments, Chance(seed, "practice", course))
            for course, moments in COURSES.items()
        }

    def share(self, course: str, day: int) -> float:
        """The share of occasions that fail in the month of that day."""
        return self._shares[course][month_of(day)]


_LAST_MONTH = int(month_number(2036))


def _monthly(course: str, moments: tuple[tuple[float, float], ...], chance: Chance) -> list[float]:
    """The share of every month from January 1990, with the month's noise on it."""
    shares = []
    for month in range(_LAST_MONTH):
        noise = 1 + MONTHLY_NOISE * (2 * chance.draw() - 1)
        shares.append(min(0.98, _on_course(moments, month) * noise))
    return shares


def _on_course(moments: tuple[tuple[float, float], ...], month: int) -> float:
    """The share on the straight line between the moments around a month."""
    points = [(month_number(year), share) for year, share in moments]
    if month <= points[0][0]:
        return points[0][1]
    for (from_month, from_share), (to_month, to_share) in pairwise(points):
        if month <= to_month:
            way = (month - from_month) / (to_month - from_month)
            return from_share + way * (to_share - from_share)
    return points[-1][1]
