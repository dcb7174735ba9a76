-- Visits of every kind.
visits as (
    select child, visited, child_seen, seen_alone, recorded_on from protection_visits
    union all select child, visited, child_seen, seen_alone, recorded_on from child_in_need_visits
    union all select child, visited, child_seen, seen_alone, recorded_on from care_visits
)
