-- What has happened to alerts, one row each time, for scripts that follow: kept for 90 days, and of those that are older
-- the last one for good.
create table stock_events (
    id uuid not null,
    -- In the order in which a sku's own happened; transactions of several skus do not commit in it.
    number bigint not null generated always as identity,
    -- Its place among those that are read. It gets one when somebody reads, after it was committed: none comes before one that was read.
    position bigint,
    kind text not null,
    alert_id uuid not null,
    sku text not null,
    available bigint not null,
    threshold bigint not null,
    created_at timestamptz not null,
    constraint stock_events_pk primary key (id),
    constraint stock_events_position_unique unique (position),
    constraint stock_events_kind_known check (kind in ('low', 'recovered'))
);

create index stock_events_unread on stock_events (number) where position is null;
create index stock_events_created on stock_events (created_at);

-- Whoever makes or ends an alert, of whichever version: no alert is without its event.
create function stock_alerts_tell() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into stock_events (id, kind, alert_id, sku, available, threshold, created_at)
            values (gen_random_uuid(), 'low', new.id, new.sku, new.available, new.threshold, new.created_at);
    elsif old.recovered_at is null and new.recovered_at is not null then
        insert into stock_events (id, kind, alert_id, sku, available, threshold, created_at)
            select gen_random_uuid(), 'recovered', new.id, new.sku, s.on_hand - s.reserved, new.threshold, new.recovered_at
            from stock_levels s where s.sku = new.sku;
    end if;
    return null;
end $$;

create trigger stock_alerts_tell after insert or update of recovered_at on stock_alerts
    for each row execute function stock_alerts_tell();

-- Whoever begins to follow hears of what is low by now.
insert into stock_events (id, kind, alert_id, sku, available, threshold, created_at)
    select gen_random_uuid(), 'low', id, sku, available, threshold, created_at
    from stock_alerts where recovered_at is null order by created_at, id;
