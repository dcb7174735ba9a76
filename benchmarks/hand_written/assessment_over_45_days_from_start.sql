with {first_assessments}
select 'assessment_over_45_days_from_start' as rule, child, 'assessment ' || started as subject,
    started as starts, working_days.day as due, authorised as met, closed as lapses,
    case when least(met, lapses) is null or least(met, lapses) > due then due + 1 end as opens,
    case when least(met, lapses) > due then least(met, lapses) end as closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('assessment started', started), shown_date('assessment authorised', authorised),
        plain('child seen in the assessment', child_seen, authorised),
        shown_date('referral received', received),
        shown_date('case closed', closed)) || '}}' as evidence
from first_assessments
    left join calendar on calendar.day = started and started >= date '2013-04-15'
    left join working_days on working_days.ordinal = calendar.ordinal + 45
