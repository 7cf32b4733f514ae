-- As payment-service tells it, beside the other figures of the payment.
alter table orders add column dispute_status text not null default 'none';
alter table orders alter column dispute_status drop default;
alter table orders add constraint orders_dispute_status_known check (dispute_status in ('none', 'open', 'won', 'lost'));
create index orders_disputed on orders (dispute_status, created_at, id) where dispute_status <> 'none';

-- A refund that the order owes was refused for good: a person has to see to it, whatever the payment says later.
alter table orders add column refund_refused boolean not null default false;
alter table orders alter column refund_refused drop default;
update orders o set refund_refused = true
    where exists (select 1 from refunds r where r.order_id = o.id and r.kind = 'cancellation' and r.status = 'failed');

-- Beside the one refund that a cancelled order owes there are those that staff asks for, as many as the money lasts.
alter table refunds drop constraint refunds_once_per_order_and_kind;
create unique index refunds_once_per_order_and_kind on refunds (order_id, kind) where kind = 'cancellation';
create index refunds_by_order on refunds (order_id, created_at, id);
create index refunds_unfinished on refunds (order_id) where status = 'pending';
alter table refunds drop constraint refunds_kind_known;
alter table refunds add constraint refunds_kind_known check (kind in ('cancellation', 'requested'));

alter table refunds
    add column reason text not null default 'requested_by_customer',
    add column note text,
    add column include_shipping boolean not null default false,
    -- What of the amount is for shipping, with its tax.
    add column shipping_amount bigint not null default 0,
    add column restock boolean not null default false,
    add column restocked_at timestamptz,
    add constraint refunds_reason_known check (reason in ('requested_by_customer', 'duplicate', 'fraudulent')),
    add constraint refunds_note_length check (length(note) <= 500),
    add constraint refunds_shipping_amount_range check
        (shipping_amount between 0 and amount and (include_shipping or shipping_amount = 0)),
    add constraint refunds_restocked_when_asked check (restocked_at is null or restock);
alter table refunds
    alter column reason drop default,
    alter column include_shipping drop default,
    alter column shipping_amount drop default,
    alter column restock drop default;

-- The units that a refund by items is for. An amount is the units' share of price, discount and tax.
create table refund_lines (
    refund_id uuid not null,
    position int not null,
    sku text not null,
    quantity int not null,
    amount bigint not null,
    constraint refund_lines_pk primary key (refund_id, position),
    constraint refund_lines_refund_fk foreign key (refund_id) references refunds (id),
    constraint refund_lines_sku_once unique (refund_id, sku),
    constraint refund_lines_quantity_positive check (quantity between 1 and 999),
    constraint refund_lines_amount_not_negative check (amount >= 0)
);
