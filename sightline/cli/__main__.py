"""``python -m sightline.cli`` is the ``sightline`` command."""

import sys

from sightline.cli import main

if __name__ == "__main__":
    sys.exit(main())
