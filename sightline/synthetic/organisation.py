"""Teams in their hierarchy, posts and who held them, and training: what the service is made of."""

from sightline.synthetic.chance import Chance
from sightline.synthetic.days import day_of
from sightline.synthetic.period import EARLIEST_DAY, EXTRACT_DAY
from sightline.synthetic.story import Row
from sightline.synthetic.workforce import (
    DUTY_TEAM,
    LEAVING_CARE_TEAM,
    REVIEWING_TEAM,
    Workforce,
)

# The services were drawn anew twice: teams stay, what they belong to changes.
REORGANISED = (day_of(2014, 4, 1), day_of(2019, 6, 1))
SERVICES = (
    {"Assessment": "Referral and Assessment", "Family Safeguarding": "Long Term Work"},
    {"Assessment": "Locality East", "Family Safeguarding": "Locality West"},
    {"Assessment": "Help and Protection", "Family Safeguarding": "Help and Protection"},
)
OTHERS_BELONG_TO = {
    "Children in Care": "Corporate Parenting",
    LEAVING_CARE_TEAM: "Corporate Parenting",
    DUTY_TEAM: "Front Door and Early Help",
    REVIEWING_TEAM: "Quality and Safeguarding",
}
DIRECTORATE = "Children's Services"
NOT_HOLDING_CASES = {"Team manager", "Independent reviewing officer", "Duty social worker"}
COURSES = {
    "neglect": "Recognising neglect",
    "exploitation": "Exploitation and missing children",
    "domestic_abuse": "Living with domestic abuse",
    "voice_participation": "Direct work with children",
    "supervision_mgmt_oversight": "Reflective supervision",
}
SHARE_TRAINED_IN_A_YEAR = 0.5
YEARS_VALID = 3
DAYS_IN_A_YEAR = 365


def organisation(workforce: Workforce, seed: int) -> dict[str, list[Row]]:
    """The rows of teams, posts and training."""
    chance = Chance(seed, "organisation")
    return {
        "teams": _teams(workforce),
        "posts": _posts(workforce, chance),
        "training": _training(workforce, chance),
    }


def _service_of(team: str, span: int) -> str:
    for work, service in (*SERVICES[span].items(), *OTHERS_BELONG_TO.items()):
        if team.endswith(work):
            return service
    return DIRECTORATE


def _teams(workforce: Workforce) -> list[Row]:
    """Each team in each part of the service it belonged to, and the parts themselves."""
    begins = (EARLIEST_DAY, *REORGANISED)
    ends = (*(day - 1 for day in REORGANISED), None)
    codes = {team: f"T{place:03}" for place, team in enumerate(workforce.teams, start=1)}
    rows: list[Row] = []
    belongs: dict[str, list[tuple[str, int, int | None]]] = {team: [] for team in workforce.teams}
    for span, (first, last) in enumerate(zip(begins, ends, strict=True)):
        for team in workforce.teams:
            service, spells = _service_of(team, span), belongs[team]
            if spells and spells[-1][0] == service:
                spells[-1] = (service, spells[-1][1], last)
            else:
                spells.append((service, first, last))
    for team, spells in belongs.items():
        for place, (service, first, last) in enumerate(spells, start=1):
            rows.append(
                {
                    "team_record": f"{codes[team]}-{place}",
                    "team": team,
                    "team_code": codes[team],
                    "part_of": service,
                    "part_of_code": f"S-{service}",
                    "manager": workforce.manager_if_any(team, last or EXTRACT_DAY),
                    "started": first,
                    "ended": last,
                }
            )
    return rows


def _posts(workforce: Workforce, chance: Chance) -> list[Row]:
    """Every desk as a post with its holders, and posts that stood empty for a time."""
    rows: list[Row] = []
    for worker in workforce.workers:
        started = max(worker["started"], EARLIEST_DAY)
        rows.append(
            {
                **_post(
                    rows,
                    str(workforce.desk_of[worker["worker"]]),
                    worker["team"],
                    worker["job_title"],
                ),
                "worker": worker["worker"],
                "vacant": False,
                "agency": worker["agency"],
                "full_time_equivalent": float(worker["full_time_equivalent"]),
                "started": started,
                "ended": worker["ended"],
                "leaving_reason": chance.pick(("resigned", "moved post", "contract ended")),
            }
        )
    for place, team in enumerate(workforce.teams, start=1):
        day = EARLIEST_DAY + chance.between(0, 400)
        while day < EXTRACT_DAY:
            ended = day + 40 + chance.about(200)
            rows.append(
                {
                    **_post(rows, f"empty-{place}", team, "Social worker"),
                    "vacant": True,
                    "agency": False,
                    "full_time_equivalent": 1.0,
                    "started": day,
                    "ended": ended,
                    "leaving_reason": None,
                }
            )
            day = ended + 60 + chance.about(500)
    return rows


def _post(rows: list[Row], post: str, team: str, job_title: str) -> Row:
    return {
        "post_record": f"PO{len(rows) + 1:05d}",
        "post": post,
        "team": team,
        "job_title": job_title,
        "case_holding": job_title not in NOT_HOLDING_CASES,
    }


def _training(workforce: Workforce, chance: Chance) -> list[Row]:
    rows: list[Row] = []
    for worker in workforce.workers:
        day = max(worker["started"], EARLIEST_DAY) + chance.between(10, 300)
        while day < min(worker["ended"], EXTRACT_DAY):
            if chance.happens(SHARE_TRAINED_IN_A_YEAR):
                theme = chance.pick(tuple(COURSES))
                rows.append(
                    {
                        "training": f"TR{len(rows) + 1:06d}",
                        "worker": worker["worker"],
                        "role": worker["job_title"],
                        "agency": "social care",
                        "theme": theme,
                        "course": COURSES[theme],
                        "completed": day,
                        "valid_until": day + YEARS_VALID * DAYS_IN_A_YEAR,
                    }
                )
            day += chance.between(200, 500)
    return rows
