-- Each time that a sku has become low, until it has recovered: once, however long it stays low.
create table stock_alerts (
    id uuid not null,
    sku text not null,
    available bigint not null,
    threshold bigint not null,
    created_at timestamptz not null,
    recovered_at timestamptz,
    acknowledged_at timestamptz,
    constraint stock_alerts_pk primary key (id),
    constraint stock_alerts_sku_fk foreign key (sku) references stock_levels (sku),
    constraint stock_alerts_low check (available <= threshold)
);

create unique index stock_alerts_low_once on stock_alerts (sku) where recovered_at is null;
create index stock_alerts_created on stock_alerts (created_at, id);
create index stock_alerts_sku on stock_alerts (sku);
