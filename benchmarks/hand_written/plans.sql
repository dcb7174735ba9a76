-- Overlapping plans of one child as one plan. Put before the queries about plans.
plan_rows as (
    select child, plan, started, ended, end_reason, coalesce(ended, never()) as runs_to,
        max(coalesce(ended, never())) over (
            partition by child order by started, coalesce(ended, never())
            rows between unbounded preceding and 1 preceding
        ) as earlier_runs_to
    from protection_plans
    where started is not null and (ended is null or ended >= started)
),
plan_parts as (
    select *, count(*) filter (where earlier_runs_to < started) over (
        partition by child order by started, runs_to
        rows between unbounded preceding and current row
    ) as number
    from plan_rows
),
plans as (
    select child, number, min(started) as plan_started, max(runs_to) as plan_runs_to,
        nullif(max(runs_to), never()) as plan_ended,
        arg_max(end_reason, runs_to) as end_reason,
        case when count(*) > 1 then min(started, 2)[2] end as overlapped_from
    from plan_parts group by child, number
),
plan_of_row as (
    select part.child, part.plan, plans.plan_started, plans.plan_runs_to
    from plan_parts as part join plans using (child, number)
)
