with cases as (
    select child, received as begins, closed as over from referrals
    where received is not null and not coalesce(no_further_action, false)
        and (closed is null or closed >= received)
    union all select child, started, ended from protection_plans
    where started is not null and (ended is null or ended >= started)
    union all select child, started, ended from child_in_need_plans
    where started is not null and (ended is null or ended >= started)
    union all select child, started, ended from care_episodes
    where started is not null and (ended is null or ended >= started)
),
held as (
    select child, started as begins, ended + 1 as over from allocations
    where worker is not null and started is not null and (ended is null or ended >= started)
        and role in ('social worker', 'manager', 'family help lead',
            'lead child protection practitioner', 'personal adviser')
),
changes as (
    select child, begins as day, 1 as in_cases, 0 as in_workers, null::date as worker_left from cases
    union all select child, over, -1, 0, null from cases where over is not null
    union all select child, begins, 0, 1, null from held
    union all select child, over, 0, -1, over from held where over is not null
),
by_day as (
    select child, day, sum(in_cases) as case_change, sum(in_workers) as worker_change,
        max(worker_left) as worker_left
    from changes group by child, day
),
running as (
    select *, sum(case_change) over so_far as cases, sum(worker_change) over so_far as workers,
        max(worker_left) over so_far as last_left
    from by_day
    window so_far as (partition by child order by day
        rows between unbounded preceding and current row)
),
judged as (
    select *, cases > 0 and workers = 0 as without,
        cases - case_change > 0 and workers - worker_change = 0 as was_without,
        max(case when cases > 0 and cases - case_change = 0 then day end) over (
            partition by child order by day rows between unbounded preceding and current row
        ) as open_since
    from running
),
turns as (
    select *, lead(day) over (partition by child order by day) as next_change
    from judged where without != was_without
)
select 'child_without_worker' as rule, child, 'time without a worker ' || day as subject,
    day as starts, null::date as due, null::date as met, null::date as lapses,
    day as opens, next_change as closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('case open since', open_since),
        shown_date('last day with a worker', last_left - 1),
        shown_date('allocated again or closed', next_change)) || '}}' as evidence
from turns where without
