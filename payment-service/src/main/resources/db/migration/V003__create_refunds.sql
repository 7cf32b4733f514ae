create table refunds (
    id uuid not null,
    order_id uuid not null,
    amount bigint not null,
    reason text,
    status text not null,
    failure_reason text,
    stripe_refund_id text,
    -- Whether it was asked for here, or made elsewhere (the Dashboard) and learned from Stripe.
    origin text not null,
    created_at timestamptz not null,
    settled_at timestamptz,
    constraint refunds_pk primary key (id),
    constraint refunds_stripe_once unique (stripe_refund_id),
    constraint refunds_of_payment foreign key (order_id) references payments (order_id),
    constraint refunds_amount_positive check (amount > 0),
    constraint refunds_status_known check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
    constraint refunds_origin_known check (origin in ('REQUESTED', 'ELSEWHERE')),
    constraint refunds_elsewhere_known_to_stripe check (origin = 'REQUESTED' or stripe_refund_id is not null)
);

create index refunds_of_order on refunds (order_id);
