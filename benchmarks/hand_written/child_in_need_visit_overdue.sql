with {plans_in_need},
visits as (
    select visit.child, plan_started, visited, child_seen
    from child_in_need_visits as visit join plan_of_row as plan
        on plan.child = visit.child and plan.plan = visit.plan
    where visited between plan_started and plan_runs_to
    union all
    select child, plan_started, visited, child_seen
    from child_in_need_visits as visit join plans using (child)
    where visit.plan is null and visited between plan_started and plan_runs_to
),
starts as (
    select child, plan_started, plan_started as clock_starts from plans
    union select child, plan_started, visited from visits where child_seen
),
clocks as (
    select *, lead(clock_starts) over (
        partition by child, plan_started order by clock_starts
    ) as next_seen
    from starts
),
not_seen as (
    select clocks.child, clocks.plan_started, clock_starts, min(visited) as first_not_seen
    from clocks join visits using (child, plan_started)
    where not child_seen and visited >= clock_starts and (visited < next_seen or next_seen is null)
    group by all
)
select 'child_in_need_visit_overdue' as rule, child,
    'child in need visit after ' || clock_starts as subject,
    clock_starts as starts, working_days.day as due, next_seen as met, plan_ended as lapses,
    case when least(next_seen, plan_ended) is null or least(next_seen, plan_ended) > due
        then due + 1 end as opens,
    case when least(next_seen, plan_ended) > due then least(next_seen, plan_ended) end as closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('clock started', clock_starts), shown_date('child seen', next_seen),
        shown_date('visited but child not seen', first_not_seen),
        shown_date('plan started', plan_started), shown_date('plan ended', plan_ended),
        shown_date('second record of the plan from', overlapped_from)) || '}}' as evidence,
    greatest(clock_starts, next_seen, first_not_seen, plan_started,
        plan_ended, overlapped_from) as evidence_known_by
from clocks join plans using (child, plan_started)
    left join not_seen using (child, plan_started, clock_starts)
    left join calendar on calendar.day = clock_starts
    left join working_days on working_days.ordinal = calendar.ordinal + 20
where clock_starts < plan_runs_to
