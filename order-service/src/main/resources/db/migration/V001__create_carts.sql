create table carts (
    id uuid not null,
    customer_id uuid,
    currency text not null,
    status text not null,
    order_id uuid,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint carts_pk primary key (id),
    constraint carts_currency_code check (currency ~ '^[A-Z]{3}$'),
    constraint carts_status_known check (status in ('open', 'locked', 'closed')),
    -- Locked by the order that is being bought, closed by the one that was paid.
    constraint carts_order_unless_open check ((status = 'open') = (order_id is null))
);

-- A line keeps what the catalogue said of it when it was last written, for when the catalogue does not answer.
create table cart_lines (
    cart_id uuid not null,
    sku text not null,
    position int not null,
    quantity int not null,
    product_id uuid not null,
    variant_id uuid not null,
    title text not null,
    options text not null,
    unit_price bigint not null,
    priced_at timestamptz not null,
    constraint cart_lines_pk primary key (cart_id, sku),
    constraint cart_lines_cart_fk foreign key (cart_id) references carts (id) on delete cascade,
    constraint cart_lines_quantity_in_range check (quantity between 1 and 999),
    constraint cart_lines_price_not_negative check (unit_price >= 0)
);
