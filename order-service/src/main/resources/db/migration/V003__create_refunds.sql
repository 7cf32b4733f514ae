-- Money that an order owes back. The row, with the id that the refund has everywhere, is there before the call that pays it.
create table refunds (
    id uuid not null,
    order_id uuid not null,
    kind text not null,
    amount bigint not null,
    status text not null,
    failure_reason text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint refunds_pk primary key (id),
    constraint refunds_order_fk foreign key (order_id) references orders (id),
    constraint refunds_once_per_order_and_kind unique (order_id, kind),
    constraint refunds_kind_known check (kind in ('cancellation')),
    constraint refunds_amount_positive check (amount > 0),
    constraint refunds_status_known check (status in ('pending', 'succeeded', 'failed'))
);
