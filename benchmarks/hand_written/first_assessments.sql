-- The first assessment of each referral taken on. Put before the two queries about assessments.
taken_on as (
    select child, received, nullif(max(coalesce(closed, never())), never()) as closed
    from referrals where received is not null and not coalesce(no_further_action, false)
    group by all
),
first_assessments as (
    select * from (
        select child, received, closed, started, authorised, child_seen
        from assessments
            join (select child, referral, received from referrals
                  where received is not null and not coalesce(no_further_action, false))
                using (child, referral)
            join taken_on using (child, received)
        union all
        select child, received, closed, started, authorised, child_seen
        from assessments join taken_on using (child)
        where referral is null and started between received and coalesce(closed, never())
    )
    qualify row_number() over (partition by child, received order by started, authorised) = 1
)
