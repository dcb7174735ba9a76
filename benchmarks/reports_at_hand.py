"""Where the published reports lie when nobody says: beside the repository, as on a developer's machine."""

import sys
from pathlib import Path

BESIDE = Path(__file__).parents[2] / "shared" / "data"
FOLDERS = ("inspection-reports", "jtai-reports")


def folders_at_hand() -> list[Path]:
    """The folders of reports that are there; ends the program with a sentence where none is."""
    found = [BESIDE / name for name in FOLDERS if (BESIDE / name).is_dir()]
    if not found:
        print("No reports at hand: give the folder they were downloaded to.")
        sys.exit(0)
    return found


if __name__ == "__main__":
    print(*folders_at_hand(), sep="\n")
