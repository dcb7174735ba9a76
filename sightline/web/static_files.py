"""Front-end files: taken from the npm packages, with what is not ours to use left out.

GOV.UK Frontend is open source; the GDS Transport typeface and the royal arms in it may be used
on gov.uk only. ``gather`` writes a copy without them.
"""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "node_modules" / "govuk-frontend" / "dist" / "govuk"
MOJ_PACKAGE = ROOT / "node_modules" / "@ministryofjustice" / "frontend" / "moj"
FRONT_END = ROOT / "build" / "front-end"
STYLES = FRONT_END / "govuk-frontend.css"

SYSTEM_SANS = '-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif'


class FrontEndMissing(Exception):
    """The npm packages are not installed."""


def gather(package: Path = PACKAGE, into: Path = FRONT_END, moj: Path = MOJ_PACKAGE) -> Path:
    """Copy the styles and the script of GOV.UK Frontend, and the styles of MoJ Frontend, to where
    pages are served from."""
    if not package.is_dir() or not moj.is_dir():
        raise FrontEndMissing("The front-end packages are missing. Run: npm ci")
    into.mkdir(parents=True, exist_ok=True)
    styles = (package / "govuk-frontend.min.css").read_text(encoding="utf-8")
    (into / "govuk-frontend.css").write_text(without_gov_uk_marks(styles), encoding="utf-8")
    shutil.copyfile(package / "govuk-frontend.min.js", into / "govuk-frontend.min.js")
    _gather_moj(moj, into)
    return into


def _gather_moj(package: Path, into: Path) -> None:
    """The styles of MoJ Frontend and the pictures they name."""
    styles = without_gov_uk_marks((package / "moj-frontend.min.css").read_text(encoding="utf-8"))
    for name in sorted(set(re.findall(r"url\(/assets/images/([\w.-]+)\)", styles))):
        shutil.copyfile(package / "assets" / "images" / name, into / name)
    styles = styles.replace("url(/assets/images/", "url(")
    (into / "moj-frontend.css").write_text(styles, encoding="utf-8")


def without_gov_uk_marks(styles: str) -> str:
    """The style sheet without the GDS Transport typeface and the royal arms."""
    styles = re.sub(r"/\*! Copyright \(c\) 2011 by Margaret Calvert.*?\*/", "", styles)
    styles = re.sub(r"@font-face\{[^}]*\}", "", styles)
    styles = styles.replace("GDS Transport,arial,sans-serif", SYSTEM_SANS)
    return re.sub(r"url\([^)]*govuk-crest\.svg\)", "none", styles)


def styles_are_there() -> bool:
    """Whether pages can be served with the GOV.UK Frontend styles."""
    return STYLES.is_file()
