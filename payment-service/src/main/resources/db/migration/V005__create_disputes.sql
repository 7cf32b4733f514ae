-- Disputes as Stripe shows them, learned by reading and never from an event's body.
create table disputes (
    -- The place in lists; Stripe's ids do not sort.
    id uuid not null,
    stripe_dispute_id text not null,
    order_id uuid not null,
    pi_id text not null,
    amount bigint not null,
    currency text not null,
    reason text not null,
    status text not null,
    evidence_due_by timestamptz,
    -- What is out of the merchant's balance now, in the currency of the balance: withdrawn less reinstated.
    funds_withdrawn bigint not null,
    funds_currency text not null,
    opened_at timestamptz not null,
    -- Stripe does not say when a dispute ended: this is when it was first read as ended.
    closed_at timestamptz,
    constraint disputes_pk primary key (id),
    constraint disputes_stripe_once unique (stripe_dispute_id),
    constraint disputes_of_payment foreign key (order_id) references payments (order_id),
    constraint disputes_amount_sane check (amount >= 0),
    constraint disputes_status_known check (status in ('WARNING_NEEDS_RESPONSE', 'WARNING_UNDER_REVIEW',
        'WARNING_CLOSED', 'NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON', 'LOST', 'PREVENTED')),
    constraint disputes_closed_whole check
        ((status in ('WARNING_CLOSED', 'WON', 'LOST', 'PREVENTED')) = (closed_at is not null))
);

create index disputes_of_order on disputes (order_id);
create index disputes_by_time on disputes (opened_at, id);

alter table payments add column dispute_status text not null default 'NONE',
    add constraint payments_dispute_status_known check (dispute_status in ('NONE', 'WON', 'OPEN', 'LOST'));

alter table payment_transactions drop constraint payment_transactions_kind_known,
    add constraint payment_transactions_kind_known check (kind in (
        'AUTHORISED', 'CAPTURED', 'CANCELED', 'REFUND_REQUESTED', 'REFUNDED', 'REFUND_FAILED', 'REFUND_REVERSED',
        'DISPUTE_OPENED', 'DISPUTE_WON', 'DISPUTE_LOST', 'FUNDS_WITHDRAWN', 'FUNDS_REINSTATED', 'FEE'));
