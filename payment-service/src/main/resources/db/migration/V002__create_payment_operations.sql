-- A write at Stripe, committed before its first call: the key and the parameters never change afterwards.
create table payment_operations (
    id uuid not null,
    order_id uuid not null,
    -- What the operation is about: the order, or the refund.
    subject uuid not null,
    kind text not null,
    idempotency_key text not null,
    params text not null,
    state text not null,
    object_id text,
    failure text,
    attempts int not null default 0,
    created_at timestamptz not null,
    first_sent_at timestamptz,
    last_sent_at timestamptz,
    settled_at timestamptz,
    constraint payment_operations_pk primary key (id),
    constraint payment_operations_key_once unique (idempotency_key),
    constraint payment_operations_of_payment foreign key (order_id) references payments (order_id),
    constraint payment_operations_kind_known check (kind in ('OPEN', 'CANCEL', 'REFUND', 'CANCEL_ORPHAN')),
    constraint payment_operations_state_known check (state in ('UNSETTLED', 'SUCCEEDED', 'REJECTED', 'SUPERSEDED')),
    constraint payment_operations_key_length check (length(idempotency_key) <= 255),
    constraint payment_operations_settled_whole check ((state = 'UNSETTLED') = (settled_at is null)),
    constraint payment_operations_sent_whole check ((attempts = 0) = (first_sent_at is null))
);

-- A subject has at most one operation of a kind whose outcome is open.
create unique index payment_operations_one_unsettled on payment_operations (subject, kind) where state = 'UNSETTLED';
create index payment_operations_of_order on payment_operations (order_id);
