-- The ledger: the deltas of a sku sum to its on_hand.
create table stock_movements (
    id uuid not null,
    sku text not null,
    kind text not null,
    delta bigint not null,
    reason text not null,
    reservation_id uuid,
    created_at timestamptz not null,
    constraint stock_movements_pk primary key (id),
    constraint stock_movements_sku_fk foreign key (sku) references stock_levels (sku),
    constraint stock_movements_kind_known check (kind in ('opened', 'adjusted', 'committed', 'returned')),
    constraint stock_movements_delta_moves check (delta <> 0),
    constraint stock_movements_reason_length check (length(reason) between 1 and 200),
    constraint stock_movements_reservation_named check ((reservation_id is not null) = (kind in ('committed', 'returned')))
);

create index stock_movements_sku on stock_movements (sku, created_at, id);
-- A reservation takes a sku out once and brings it back once.
create unique index stock_movements_reservation_once on stock_movements (reservation_id, sku, kind)
    where reservation_id is not null;

-- The id is the order's. A tombstone is a released reservation without currency and lines: its release came before its hold.
create table reservations (
    id uuid not null,
    status text not null,
    currency text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint reservations_pk primary key (id),
    constraint reservations_status_known check (status in ('held', 'committed', 'released', 'returned')),
    constraint reservations_currency_form check (currency ~ '^[A-Z]{3}$'),
    constraint reservations_tombstone_released check (currency is not null or status = 'released')
);

-- The lines are a snapshot: no reference to variants, which may be changed or deleted while an order lives.
create table reservation_lines (
    reservation_id uuid not null,
    sku text not null,
    position int not null,
    quantity bigint not null,
    product_id uuid not null,
    variant_id uuid not null,
    title text not null,
    options jsonb not null,
    unit_price bigint not null,
    constraint reservation_lines_pk primary key (reservation_id, sku),
    constraint reservation_lines_reservation_fk foreign key (reservation_id) references reservations (id),
    constraint reservation_lines_sku_fk foreign key (sku) references stock_levels (sku),
    constraint reservation_lines_quantity_positive check (quantity > 0),
    constraint reservation_lines_unit_price_range check (unit_price between 0 and 999999999999),
    constraint reservation_lines_position_range check (position >= 0)
);

create index reservation_lines_sku on reservation_lines (sku);
