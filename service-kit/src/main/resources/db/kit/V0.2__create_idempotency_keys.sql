create table idempotency_keys (
    scope text not null,
    key text not null,
    request_hash text not null,
    subject uuid,
    status int,
    body text,
    lease_until timestamptz not null,
    created_at timestamptz not null,
    constraint idempotency_keys_pk primary key (scope, key),
    constraint idempotency_keys_answer_whole check ((status is null) = (body is null))
);

create index idempotency_keys_created on idempotency_keys (created_at);
