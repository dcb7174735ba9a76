"""Contacts and referrals: how a child first comes to notice."""

from sightline.records.table import DATE, NUMBER, TEXT, YES_NO, Column, Table

CONTACTS = Table(
    name="contacts",
    one_row_per="contact",
    meaning="Somebody told the service about a child. Not every contact becomes a referral.",
    key="contact",
    happened="received",
    required=("child", "received"),
    columns=(
        Column("contact", TEXT, "The source's id of the contact.", ssd="CONT001A"),
        Column("child", TEXT, "Whom it was about.", ssd="CONT002A", refers_to="children"),
        Column("received", DATE, "The day the service was told.", ssd="CONT003A"),
        Column(
            "source",
            TEXT,
            "Who told, by code.",
            trap="Mosaic leaves it empty; SystemC gives an id of its own in place of the code.",
            ssd="CONT004A",
            codes="referral_source",
        ),
        Column(
            "reason",
            TEXT,
            "What the contact was about.",
            trap="The Standard Safeguarding Dataset has no such field; many sources leave it empty.",
        ),
        Column("decided", DATE, "The day somebody decided what to do."),
        Column(
            "outcome",
            TEXT,
            "What was decided: referral, early help, advice, no further action.",
            trap="Eclipse leaves it empty. No source says which referral a contact became.",
            ssd="CONT005A",
            known_by="decided",
        ),
        Column("source_words", TEXT, "Who told, in the source's words.", ssd="CONT006A"),
        Column("received_out_of_hours", YES_NO, "Whether it came in the night or at a weekend."),
        Column(
            "hours_to_decision",
            NUMBER,
            "Hours from being told to the decision.",
            trap="Days alone cannot show a standard of 24 hours.",
            known_by="decided",
        ),
        Column(
            "parents_consent",
            YES_NO,
            "Whether parents agreed that agencies are asked about the family.",
            known_by="decided",
        ),
        Column("team", TEXT, "The team that decided.", known_by="decided"),
        Column("worker", TEXT, "Who decided.", known_by="decided", refers_to="workers"),
        Column("agency", TEXT, "For which agency they decide.", known_by="decided", codes="agency"),
    ),
)

REFERRALS = Table(
    name="referrals",
    one_row_per="referral",
    meaning=(
        "A request for help for a child whose case is not open, and the time the case then stays "
        "open: from the day received to the day closed."
    ),
    key="referral",
    happened="received",
    ends="closed",
    required=("child", "received"),
    columns=(
        Column("referral", TEXT, "The source's id of the referral.", ssd="CINE001A"),
        Column("child", TEXT, "The child referred.", ssd="CINE002A", refers_to="children"),
        Column(
            "received",
            DATE,
            "The day the referral was received.",
            trap="Two referrals of one child on one day are one referral.",
            ssd="CINE003A",
        ),
        Column("source", TEXT, "Who referred, by code.", ssd="CINE004A", codes="referral_source"),
        Column(
            "primary_need",
            TEXT,
            "The main reason for help, N0 to N9.",
            trap="One reason only: where two fit equally, the one higher in the list.",
            ssd="CINE010A",
            codes="primary_need",
        ),
        Column(
            "decided",
            DATE,
            "The day a manager decided on the kind of response.",
            trap="The Standard Safeguarding Dataset has no such date.",
        ),
        Column(
            "no_further_action",
            YES_NO,
            "Yes where the referral was closed with no further action.",
            trap="A flag on the referral, not a closure reason. Read as known from the day received.",
            ssd="CINE011A",
        ),
        Column(
            "closed",
            DATE,
            "The day the case was closed; empty while it is open.",
            trap="A referral closed with no further action may carry no closing date at all.",
            ssd="CINE007A",
        ),
        Column(
            "closure_reason",
            TEXT,
            "Why the case was closed, RC1 to RC9.",
            ssd="CINE006A",
            known_by="closed",
            codes="closure_reason",
        ),
        Column(
            "team",
            TEXT,
            "The team that received it.",
            trap="Not the team that holds the case now. Eclipse leaves it empty.",
            ssd="CINE008A",
        ),
        Column("worker", TEXT, "Who took it.", ssd="CINE009A", refers_to="workers"),
        Column("source_words", TEXT, "Who referred, in the source's words.", ssd="CINE012A"),
        Column(
            "outcome",
            TEXT,
            "What was decided, such as an assessment or a strategy discussion.",
            trap="Several at a time stand together, parted by commas.",
            ssd="CINE005A",
        ),
        Column(
            "decided_by", TEXT, "The manager who decided.", known_by="decided", refers_to="workers"
        ),
    ),
)
