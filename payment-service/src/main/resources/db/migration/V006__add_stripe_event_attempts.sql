-- How often an event was worked on, and why it failed last; so that staff see what is stuck.
alter table stripe_events
    add column attempts int not null default 0,
    add column last_failure text,
    add constraint stripe_events_failure_after_attempt check (last_failure is null or attempts > 0);

create index stripe_events_by_time on stripe_events (received_at, id);
create index stripe_events_oldest_waiting on stripe_events (received_at) where processed_at is null;
