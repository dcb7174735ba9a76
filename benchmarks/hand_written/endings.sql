-- Plans that somebody decided to end, and the day the ending leaves the view. After plans.sql.
care_starts as (
    select distinct child, started as entered from (
        select child, started, entered_care,
            min(started) over (partition by child, entered_care) as first_of_period,
            max(coalesce(ended, never())) over (
                partition by child order by started, coalesce(ended, never())
                rows between unbounded preceding and 1 preceding
            ) as earlier_runs_to
        from care_episodes
        where started is not null and (ended is null or ended >= started)
    )
    where case when entered_care is null then coalesce(earlier_runs_to < started, true)
        else started = first_of_period end
),
ended_plans as (
    select plans.*,
        lead(plan_started) over (partition by child order by plan_started) as next_plan_started
    from plans
),
decided as (
    select plan.*, plan.end_reason is null as read_from_others
    from ended_plans as plan left join children using (child)
    where plan.plan_ended is not null and not case
        when plan.end_reason is not null
            then plan.end_reason in ('entered care', 'transferred to another council', 'turned 18', 'died', 'left the United Kingdom')
        else coalesce(plan.plan_ended >= children.born + interval 18 years, false)
            or coalesce(children.died <= plan.plan_ended, false)
            or exists (
                select 1 from care_episodes as care
                where care.child = plan.child and care.started is not null
                    and (care.ended is null or care.ended >= care.started)
                    and plan.plan_ended between care.started and coalesce(care.ended, never())
            )
        end
),
endings as (
    select *, least(limit_of_view, next_plan_started, entered_care) as leaves_view from (
        select decided.*, cast(plan_ended + interval 12 months as date) as limit_of_view,
            (select min(entered) from care_starts
             where care_starts.child = decided.child and entered >= decided.plan_ended
            ) as entered_care
        from decided
    )
    where least(limit_of_view, next_plan_started, entered_care) > plan_ended
)
