-- One row for each order. The version counts the changes that subscribers see; it is not an optimistic lock: writers lock the row.
create table payments (
    order_id uuid not null,
    status text not null,
    -- A tombstone, left by the cancel of an order that is not known here, has no currency.
    currency text,
    amount bigint not null,
    captured bigint not null default 0,
    refunded bigint not null default 0,
    refund_status text not null default 'NONE',
    version bigint not null,
    published_version bigint not null default 0,
    pi_id text,
    secret_given_at timestamptz,
    cancel_requested_at timestamptz,
    error_code text,
    error_decline_code text,
    error_message text,
    lease_owner uuid,
    lease_until timestamptz,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint payments_pk primary key (order_id),
    constraint payments_pi_once unique (pi_id),
    constraint payments_status_known check (status in ('PENDING', 'OPEN', 'CAPTURED', 'CANCELED')),
    constraint payments_refund_status_known check (refund_status in ('NONE', 'PENDING', 'SUCCEEDED', 'FAILED')),
    constraint payments_amounts_sane check (amount >= 0 and captured >= 0 and refunded >= 0),
    constraint payments_refunded_within_captured check (refunded <= captured),
    constraint payments_money_only_when_captured check (captured = 0 or status = 'CAPTURED'),
    constraint payments_currency_unless_tombstone check (currency is not null or status = 'CANCELED'),
    constraint payments_lease_whole check ((lease_owner is null) = (lease_until is null))
);

-- What happened to the money, one row for each fact. Rows are only ever added.
create table payment_transactions (
    id bigint generated always as identity,
    order_id uuid not null,
    kind text not null,
    -- Stripe's id of the object that the fact is about; for refund_requested, the refund's own id.
    object_id text not null,
    amount bigint not null,
    currency text not null,
    recorded_at timestamptz not null,
    constraint payment_transactions_pk primary key (id),
    constraint payment_transactions_once unique (order_id, kind, object_id),
    constraint payment_transactions_of_payment foreign key (order_id) references payments (order_id),
    constraint payment_transactions_kind_known check (kind in (
        'AUTHORISED', 'CAPTURED', 'CANCELED', 'REFUND_REQUESTED', 'REFUNDED', 'REFUND_FAILED', 'REFUND_REVERSED')),
    constraint payment_transactions_amount_sane check (amount >= 0)
);

create function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'payment_transactions is append-only';
end
$$;

create trigger payment_transactions_append_only before update or delete on payment_transactions
    for each row execute function refuse_change_of_ledger();
