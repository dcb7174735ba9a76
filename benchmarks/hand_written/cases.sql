-- When each child's case was open. Put before the queries about open cases.
times as (
    select child, received as begins, closed as over from referrals
    where not coalesce(no_further_action, false) and (closed is null or closed >= received)
    union all {supported_times}
),
{stretches}
