-- Times of one child that overlap or touch as one. Put after a query `times` (child, begins, over).
stretch_rows as (
    select child, begins, coalesce(over, never()) as ends,
        max(coalesce(over, never())) over (
            partition by child order by begins, coalesce(over, never())
            rows between unbounded preceding and 1 preceding
        ) as earlier_ends
    from times
),
stretch_parts as (
    select child, begins, ends, count(*) filter (where earlier_ends < begins) over (
        partition by child order by begins, ends rows between unbounded preceding and current row
    ) as number
    from stretch_rows
),
stretches as (
    select child, min(begins) as began, max(ends) as lasts_to, nullif(max(ends), never()) as over
    from stretch_parts group by child, number
)
