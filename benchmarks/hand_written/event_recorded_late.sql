with {cases},
happenings as (
    select child, held as day, 'core group' as kind, recorded_on from core_groups
    union all select child, held, 'child in need review', recorded_on from child_in_need_reviews
    union all select child, held, 'review of a child in care', recorded_on from care_reviews
    where not coalesce(cancelled, false)
    union all select child, held, 'supervision', recorded_on from supervision
    union all select child, made, 'management decision', recorded_on from management_decisions
    union all select child, done, 'direct work', recorded_on from direct_work
    union all select child, held, 'return interview', recorded_on from return_interviews
),
{written_up}
select 'event_recorded_late' as rule, child, 'events of ' || days_closed.day as subject,
    days_closed.day as starts, working_days.day as due, recorded as met, closed as lapses,
    case when least(recorded, closed) is null or least(recorded, closed) > due
        then due + 1 end as opens,
    case when least(recorded, closed) > due then least(recorded, closed) end as closes,
    '{{' || concat_ws(',' || chr(10),
        shown('what happened', first_kind, days_closed.day), shown_date('on', days_closed.day),
        shown_date('written up', recorded), shown_date('case closed', closed)) || '}}' as evidence,
    greatest(days_closed.day, recorded, closed) as evidence_known_by
from days_closed
    left join calendar on calendar.day = days_closed.day
    left join working_days on working_days.ordinal = calendar.ordinal + 5
where days_closed.day is not null
