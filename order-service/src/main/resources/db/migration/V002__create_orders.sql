create sequence order_numbers start with 100001;

create table orders (
    id uuid not null,
    cart_id uuid not null,
    customer_id uuid,
    number text,
    status text not null,
    payment_status text not null,
    currency text not null,
    email text not null,
    ship_name text not null,
    ship_line1 text not null,
    ship_line2 text,
    ship_city text not null,
    ship_postal_code text not null,
    ship_region text,
    ship_country text not null,
    shipping_method text not null,
    tax_rate numeric(6, 5) not null,
    subtotal bigint not null,
    discount bigint not null,
    shipping bigint not null,
    tax bigint not null,
    total bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    expires_at timestamptz,
    abandoned_because text,
    cancel_requested_at timestamptz,
    cancel_reason text,
    cancelled_at timestamptz,
    secret_given_at timestamptz,
    payment_version bigint,
    payment_state text,
    payment_intent_id text,
    captured bigint not null,
    refunded bigint not null,
    refund_status text not null,
    version bigint not null,
    constraint orders_pk primary key (id),
    constraint orders_number_unique unique (number),
    constraint orders_status_known check (status in
        ('placing', 'awaiting_payment', 'confirmed', 'completed', 'abandoned', 'cancelling', 'cancelled')),
    constraint orders_payment_status_known check (payment_status in
        ('unpaid', 'pending', 'authorized', 'paid', 'partially_refunded', 'refunded', 'needs_attention')),
    constraint orders_payment_state_known check (payment_state in ('pending', 'open', 'captured', 'canceled')),
    constraint orders_refund_status_known check (refund_status in ('none', 'pending', 'succeeded', 'failed')),
    constraint orders_cancel_reason_known check (cancel_reason in
        ('customer', 'staff', 'expired', 'payment_canceled')),
    constraint orders_currency_code check (currency ~ '^[A-Z]{3}$'),
    constraint orders_country_code check (ship_country ~ '^[A-Z]{2}$'),
    constraint orders_tax_rate_is_a_share check (tax_rate >= 0 and tax_rate < 1),
    constraint orders_amounts_not_negative check (subtotal >= 0 and discount >= 0 and shipping >= 0 and tax >= 0),
    constraint orders_total_adds_up check (total = subtotal - discount + shipping + tax),
    constraint orders_total_chargeable check (total between 1 and 99999999),
    constraint orders_refunded_within_captured check (captured >= 0 and refunded >= 0 and refunded <= captured),
    constraint orders_numbered_when_placed check
        (status not in ('awaiting_payment', 'confirmed', 'completed') or (number is not null and expires_at is not null)),
    constraint orders_abandoned_with_reason check ((status = 'abandoned') = (abandoned_because is not null)),
    constraint orders_cancel_with_reason check
        ((status in ('cancelling', 'cancelled')) = (cancel_requested_at is not null)
            and (cancel_requested_at is null) = (cancel_reason is null)),
    constraint orders_cancelled_at_when_cancelled check ((status = 'cancelled') = (cancelled_at is not null)),
    constraint orders_confirmed_when_captured check (status not in ('confirmed', 'completed') or captured = total)
);

-- A cart is bought once at a time, and once only when it was paid.
create unique index orders_one_live_per_cart on orders (cart_id) where status not in ('abandoned', 'cancelled');
create index orders_by_customer on orders (customer_id, created_at, id) where customer_id is not null;
create index orders_by_created on orders (created_at, id);
create index orders_unfinished on orders (status) where status in ('placing', 'cancelling');

create table order_lines (
    order_id uuid not null,
    position int not null,
    sku text not null,
    product_id uuid not null,
    variant_id uuid not null,
    title text not null,
    options text not null,
    quantity int not null,
    unit_price bigint not null,
    line_total bigint not null,
    constraint order_lines_pk primary key (order_id, position),
    constraint order_lines_order_fk foreign key (order_id) references orders (id),
    constraint order_lines_quantity_in_range check (quantity between 1 and 999),
    constraint order_lines_price_not_negative check (unit_price >= 0),
    constraint order_lines_total_multiplies check (line_total = unit_price * quantity)
);
