with by_day as (
    select child, started, next_enquiry,
        nullif(ended, never()) as ended, nullif(not_needed_from, never()) as not_needed_from
    from (
        select child, started, max(coalesce(ended, never())) as ended,
            max(coalesce(case when no_further_action then ended end, never())) as not_needed_from,
            lead(started) over (partition by child order by started) as next_enquiry
        from enquiries where started is not null group by child, started
    )
),
answered as (
    select child, started, min(held) as conference_held from (
        select child, started, held
        from initial_conferences as conference join enquiries using (child, enquiry)
        union all
        select by_day.child, started, held
        from initial_conferences as conference join by_day using (child)
        where conference.enquiry is null and held >= started
            and (held < next_enquiry or next_enquiry is null)
    )
    group by all
)
select 'conference_over_15_days' as rule, child, 'enquiry ' || started as subject,
    started as starts, working_days.day as due, conference_held as met, not_needed_from as lapses,
    case when least(met, lapses) is null or least(met, lapses) > due then due + 1 end as opens,
    case when least(met, lapses) > due then least(met, lapses) end as closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('enquiry started', started), shown_date('enquiry ended', ended),
        shown_date('ended with no conference needed', not_needed_from),
        shown_date('conference held', conference_held),
        shown_date('next enquiry started', next_enquiry)) || '}}' as evidence
from by_day left join answered using (child, started)
    left join calendar on calendar.day = started and started >= date '2013-04-15'
    left join working_days on working_days.ordinal = calendar.ordinal + 15
