-- The inbox: one row for each event that Stripe delivered. The body is not kept, because it holds client secrets.
create table stripe_events (
    event_id text not null,
    -- The durable step's subject.
    id uuid not null,
    type text not null,
    object_id text,
    pi_id text,
    api_version text,
    received_at timestamptz not null,
    processed_at timestamptz,
    result text,
    constraint stripe_events_pk primary key (event_id),
    constraint stripe_events_id_once unique (id),
    constraint stripe_events_result_known check (result in ('APPLIED', 'IGNORED', 'FOREIGN_OBJECT')),
    constraint stripe_events_processed_whole check ((processed_at is null) = (result is null))
);

create index stripe_events_waiting on stripe_events (pi_id) where processed_at is null;
