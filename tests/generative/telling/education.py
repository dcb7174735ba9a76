"""What makes a made-up world telling for the rules of education."""

TELLING_VALUES = {
    ("school_attendance", "sessions_possible"): (100, 100, 100, 200),
    ("school_attendance", "sessions_attended"): (90, 89, 95, 50, 180, 179),
}
