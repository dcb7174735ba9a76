with {plans},
in_turn as (
    select *, lag(plan_ended) over (partition by child order by plan_started) as earlier_plan_ended
    from plans
)
select 'repeat_protection_plan' as rule, child, 'protection plan ' || plan_started as subject,
    plan_started as starts, null::date as due, null::date as met, null::date as lapses,
    plan_started as opens, plan_ended as closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('plan started', plan_started),
        shown_date('earlier plan ended', earlier_plan_ended),
        plain('child under five',
            case when born <= plan_started then plan_started < born + interval 5 years
                when born is not null or expected_birth is not null then true end,
            case when born <= plan_started or expected_birth is not null then plan_started
                else born end),
        shown_date('plan ended', plan_ended),
        shown_date('second record of the plan from', overlapped_from)) || '}}' as evidence
from in_turn left join children using (child)
where plan_started <= earlier_plan_ended + interval 24 months and plan_started < plan_runs_to
