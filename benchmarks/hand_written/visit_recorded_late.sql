with {cases},
{visits},
happenings as (select child, visited as day, 'visit' as kind, recorded_on from visits),
{written_up}
select 'visit_recorded_late' as rule, child, 'visit ' || days_closed.day as subject,
    days_closed.day as starts, working_days.day as due, recorded as met, closed as lapses,
    case when least(recorded, closed) is null or least(recorded, closed) > due
        then due + 1 end as opens,
    case when least(recorded, closed) > due then least(recorded, closed) end as closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('visited', days_closed.day), shown_date('written up', recorded),
        shown_date('case closed', closed)) || '}}' as evidence,
    greatest(days_closed.day, recorded, closed) as evidence_known_by
from days_closed
    left join calendar on calendar.day = days_closed.day
    left join working_days on working_days.ordinal = calendar.ordinal + 2
