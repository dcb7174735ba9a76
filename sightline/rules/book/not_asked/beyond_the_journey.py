"""What is not asked about beyond the journey: questions that wait for records, and standards without a rule."""

WAITING: tuple[tuple[str, str, str], ...] = ()

STANDARDS_WITHOUT_RULE: dict[str, str] = {
    "OFS-01": "About inspections, not about a child's journey.",
    "OFS-02": "About inspections, not about a child's journey.",
    "OFS-03": "About inspections, not about a child's journey.",
    "OFS-04": "About inspections, not about a child's journey.",
    "OFS-05": "About inspections, not about a child's journey.",
    "OFS-06": "About inspections, not about a child's journey.",
    "RET-01": "About how long records are kept, not about a child's journey.",
    "RET-02": "About how long records are kept, not about a child's journey.",
    "RET-03": "About how long records are kept, not about a child's journey.",
    "RET-04": "About how long records are kept, not about a child's journey.",
    "RET-05": "About how long records are kept, not about a child's journey.",
    "RET-06": "About how long records are kept, not about a child's journey.",
    "RET-07": "About how long records are kept, not about a child's journey.",
    "DPA-01": "About data protection, not about a child's journey.",
    "DPA-02": "About data protection, not about a child's journey.",
    "ACC-01": "About web pages, not about a child's journey.",
    "IMP-01": "About an improvement plan; its actions say when they are silent.",
    "IMP-02": "About an improvement plan; an objective says whether its measure has held.",
    "IMP-03": "About self-evaluation; a claim says when its evidence is stale.",
}
