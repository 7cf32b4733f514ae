-- Entries of the audit log, as JSON, until the gateway has acknowledged them.
create table audit_outbox (
    id uuid not null,
    entry text not null,
    created_at timestamptz not null,
    constraint audit_outbox_pk primary key (id)
);
