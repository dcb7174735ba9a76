"""Which values of a person's record speak of somebody else, for a person to look at and redact.

Marked generously: a value that is nobody else's is quickly passed, one that slipped through is not
taken back. Nothing is taken out here but what could lead to another identity of an adopted child.
"""

from sightline.ledger.keeping.adoption import NAMES_ANOTHER_ID
from sightline.ledger.same_thing import names_a_child, passing_ids
from sightline.records.table import TEXT, Column, Table

WORKER = "a worker"
ANOTHER_CHILD = "another child"
RELATIVES = "relatives"
WHO_TOLD = "who told the service, or another agency"
CARERS = "carers, adopters or others who live there"
AN_ADULT = "an adult who works with children"
FREE_TEXT = "free text, which may speak of others"

# Tables of which every row is about somebody else too.
_WHOLE_TABLES = {
    "family_members": RELATIVES,
    "mothers": ANOTHER_CHILD,
    "decision_makers": WHO_TOLD,
    "allegations": AN_ADULT,
    "prospective_adopters": CARERS,
}
_COLUMNS = {
    **dict.fromkeys(("worker", "personal_adviser", "coordinator", "supervisor"), WORKER),
    **dict.fromkeys(("source", "source_words", "agency", "agencies_attended", "scorer"), WHO_TOLD),
    **dict.fromkeys(("family", "parents_consent", "parents_attended", "parents_accept"), RELATIVES),
    **dict.fromkeys(("parents_have_it", "parents_represented", "offered_to"), RELATIVES),
    **dict.fromkeys(("in_sibling_group", "siblings_together", "siblings_apart"), RELATIVES),
    **dict.fromkeys(("siblings_considered", "family_attended"), RELATIVES),
    **dict.fromkeys(("address_lines", "postcode", "home_urn", "agency_urn"), CARERS),
    **dict.fromkeys(("adopters", "adopter_sex", "adopter_status", "adopted_by_carer"), CARERS),
    **dict.fromkeys(("temporary_approval", "full_approval_decided"), CARERS),
}
# Words that are the person's own.
_OWN = (
    *("given_name", "family_name", "nationality", "status", "kind", "council"),
    *("pupil_number", "no_pupil_number_because", "learner_number", "no_number_because"),
    *("national_id", "older_id", "unborn_id", "identifier", "period_of_care"),
)


def speaks_of(table: Table, column: Column) -> str:
    """Of whom else a value in the column may speak, or "" where only of the person."""
    if column.name == "child" or column.name == table.key or column.name in passing_ids(table):
        return ""
    if column.refers_to == "workers":
        return WORKER
    if names_a_child(table, column.name):
        return ANOTHER_CHILD
    known = _WHOLE_TABLES.get(table.name) or _COLUMNS.get(column.name, "")
    if known or column.type != TEXT or column.codes or column.name in _OWN:
        return known
    return FREE_TEXT


def leads_to_another_id(table: Table, column: str) -> bool:
    """True where the value may be another id of the same person, or of their child."""
    return (table.name, column) in NAMES_ANOTHER_ID or (
        column != "child" and names_a_child(table, column)
    )
