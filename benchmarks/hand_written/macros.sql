-- Shared by the queries beside: one entry of evidence as JSON text, empty where there is no value.
create or replace temp macro shown(name, value, known_by) as
    '"' || name || '": {"value": "' || value || '", "known_by": "' || known_by || '"}';
create or replace temp macro plain(name, value, known_by) as
    '"' || name || '": {"value": ' || value || ', "known_by": "' || known_by || '"}';
create or replace temp macro shown_date(name, day) as
    '"' || name || '": {"value": "' || day || '", "known_by": "' || day || '"}';
create or replace temp macro never() as date '9999-12-31';
