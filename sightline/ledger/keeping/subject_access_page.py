"""The page that whoever answers a subject access request reads first."""

from html import escape
from typing import Any

from sightline.ledger.keeping.subject_access import Held, Part, declared_column, marked
from sightline.records.codes import CODES

NOT_INCLUDED = (
    "What people recorded of somebody else that names this person in words, and what improvement "
    "plans say: neither can be found by the id. Back-ups are not read.",
    "Documents, letters and case notes: Sightline holds none of them; the case system does.",
    "What other people's records say of this person, such as a brother's or a sister's.",
    "Legal holds, and files that were written out of Sightline earlier.",
)
STYLE = """
body { font-family: sans-serif; line-height: 1.4; margin: 2rem; max-width: 70rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top; }
mark { background: #ffdd00; } .warning { border-left: .5rem solid #d4351c; padding-left: 1rem; }
"""


def page(held: Held) -> str:
    """The whole page as HTML; it loads nothing from anywhere."""
    parts = "\n".join(_part(part) for part in held.parts)
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>What is held of one person</title>
<style>{STYLE}</style></head><body>
<h1>What is held of one person</h1>
<p>{escape(held.authority)}. Made on {held.made_on}. {held.rows:,} rows in {len(held.parts):,}
tables; each is a file beside this page too.</p>
{_made_up(held)}
<div class="warning"><h2>Not ready to be given</h2>
<p>{held.to_look_at:,} values may speak of somebody else: relatives, workers, whoever told the
service, other children. They are <mark>marked</mark> here and listed in to_look_at.csv. Somebody
must decide what is left out, and whether anything would cause serious harm (Data Protection Act
2018, schedule 3). The marks go by the kind of column: read everything.</p>{_withheld(held)}</div>
<h2>What is not included</h2><ul>{"".join(f"<li>{escape(one)}</li>" for one in NOT_INCLUDED)}</ul>
{parts}
</body></html>
"""


def _made_up(held: Held) -> str:
    return (
        "<p><strong>Made up: neither this person nor the authority exists.</strong></p>"
        if held.made_up
        else ""
    )


def _withheld(held: Held) -> str:
    if not held.withheld:
        return ""
    return (
        f"<p>{held.withheld:,} ids are withheld because they could lead from one identity of an "
        "adopted child to the other. Access to adoption records has its own law.</p>"
    )


def _part(part: Part) -> str:
    heads = [name for name in part.columns if any(row[name] is not None for row in part.rows)]
    head = "".join(f"<th scope='col'{_title(part, name)}>{_words(name)}</th>" for name in heads)
    body = "\n".join(
        f"<tr>{''.join(_cell(part, row, name) for name in heads)}</tr>" for row in part.rows
    )
    return (
        f"<h2>{escape(part.folder.capitalize())}: {_words(part.name)}</h2>"
        f"<p>{escape(part.meaning)}</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"
    )


def _cell(part: Part, row: dict[str, Any], name: str) -> str:
    value = row[name]
    if value is None:
        return "<td></td>"
    said = escape(_said(part, name, value))
    whom = marked(part, row).get(name)
    return f"<td><mark>{said}</mark> (look: {escape(whom)})</td>" if whom else f"<td>{said}</td>"


def _said(part: Part, name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    column = declared_column(part, name)
    meaning = CODES[column.codes].get(str(value)) if column and column.codes else None
    return f"{value} ({meaning})" if meaning else str(value)


def _title(part: Part, name: str) -> str:
    column = declared_column(part, name)
    return f' title="{escape(column.meaning)}"' if column else ""


def _words(name: str) -> str:
    return escape(name.replace("_", " "))
