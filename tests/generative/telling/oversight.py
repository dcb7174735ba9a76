"""What makes a made-up world telling for the rules of oversight."""

MORE_ROWS = {"allocations": 5, "management_decisions": 5, "supervision": 4}
TELLING_VALUES = {
    ("notifications", "kind"): ("domestic abuse", "domestic abuse", "custody", "hospital"),
}
WORKING_DAY_STEPS = (2, 5, 20)
