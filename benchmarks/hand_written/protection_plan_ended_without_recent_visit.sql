with {plans}, {endings},
last_visits as (
    select child, plan_started, max(visited) as last_seen from (
        select visit.child, plan_started, visited
        from protection_visits as visit join plan_of_row as plan
            on plan.child = visit.child and plan.plan = visit.plan
        where child_seen and visited between plan_started and plan_runs_to
        union all
        select child, plan_started, visited
        from protection_visits as visit join plans using (child)
        where visit.plan is null and child_seen and visited between plan_started and plan_runs_to
    )
    group by all
),
with_window as (
    select endings.*, earlier.day as visit_expected_from
    from endings
        join calendar on calendar.day = plan_ended
        join working_days as earlier on earlier.ordinal = calendar.ordinal
            + case when calendar.is_working_day then 0 else 1 end - 20
)
select 'protection_plan_ended_without_recent_visit' as rule, child,
    'protection plan ' || plan_started as subject,
    plan_ended as starts, null::date as due, null::date as met, null::date as lapses,
    plan_ended as opens, leaves_view as closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('plan started', plan_started), shown_date('plan ended', plan_ended),
        shown_date('child last seen', last_seen),
        shown_date('visit expected from', visit_expected_from),
        shown('reason it ended', end_reason, plan_ended),
        shown('how the reason was read', {how_read}, plan_ended),
        shown_date('second record of the plan from', overlapped_from),
        shown_date('next plan started', next_plan_started),
        shown_date('entered care', entered_care)) || '}}' as evidence
from with_window left join last_visits using (child, plan_started)
where last_seen is null or last_seen < visit_expected_from
