-- By child and day all that happened, when all of it was written up and the case was next closed.
-- Put after queries `stretches` and `happenings` (child, day, kind, recorded_on).
by_day as (
    select child, day, nullif(max(coalesce(recorded_on, never())), never()) as recorded,
        min(kind) as first_kind
    from happenings group by child, day
),
days_closed as (
    select by_day.*, min(over) as closed
    from by_day left join stretches on stretches.child = by_day.child and over >= day
    group by all
)
