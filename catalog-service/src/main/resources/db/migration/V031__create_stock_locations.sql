-- In the order in which transactions of the shop come to them: those of an instance that still runs are waited for, and none comes between.
lock table reservations in exclusive mode;
lock table reservation_lines, stock_levels, stock_movements in access exclusive mode;

-- Where units are. The code is its key for good. What nobody says otherwise about is at main.
create table stock_locations (
    id uuid not null,
    code text not null,
    name text not null,
    -- Orders take from the lowest first.
    priority int not null,
    active boolean not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint stock_locations_pk primary key (id),
    constraint stock_locations_code_unique unique (code),
    constraint stock_locations_code_form check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 40),
    constraint stock_locations_name_length check (length(name) between 1 and 200),
    constraint stock_locations_priority_range check (priority between 0 and 1000000),
    constraint stock_locations_main_active check (active or code <> 'main')
);

insert into stock_locations (id, code, name, priority, active, version, created_at, updated_at)
    values (gen_random_uuid(), 'main', 'Main', 100, true, 1, now(), now());

-- The numbers of a sku at each location; they sum to those of its row in stock_levels. Every sku has a row at main.
create table location_levels (
    sku text not null,
    location text not null,
    on_hand bigint not null,
    reserved bigint not null,
    constraint location_levels_pk primary key (sku, location),
    constraint location_levels_sku_fk foreign key (sku) references stock_levels (sku),
    constraint location_levels_location_fk foreign key (location) references stock_locations (code),
    constraint location_levels_on_hand_range check (on_hand between 0 and 1000000000),
    constraint location_levels_reserved_range check (reserved between 0 and on_hand)
);

insert into location_levels (sku, location, on_hand, reserved) select sku, 'main', on_hand, reserved from stock_levels;

-- An instance of the version before this one writes the whole alone: at commit, main gets what its locations do not sum to. It can go with
-- the next version; until the last old instance is gone, units belong at main alone.
create function stock_levels_fill_main() returns trigger language plpgsql as $$
declare
    lacks record;
begin
    select cast(s.on_hand - coalesce(l.on_hand, 0) as bigint) as on_hand,
            cast(s.reserved - coalesce(l.reserved, 0) as bigint) as reserved, l.main
        into lacks
        from stock_levels s cross join lateral (
            select sum(on_hand) as on_hand, sum(reserved) as reserved, bool_or(location = 'main') as main
            from location_levels where sku = s.sku) l
        where s.sku = new.sku;
    if lacks.main is null or not lacks.main then
        insert into location_levels (sku, location, on_hand, reserved)
            values (new.sku, 'main', lacks.on_hand, lacks.reserved);
    elsif lacks.on_hand <> 0 or lacks.reserved <> 0 then
        update location_levels set on_hand = on_hand + lacks.on_hand, reserved = reserved + lacks.reserved
            where sku = new.sku and location = 'main';
    end if;
    return null;
end $$;

create constraint trigger stock_levels_fill_main
    after insert or update of on_hand, reserved on stock_levels
    deferrable initially deferred for each row execute function stock_levels_fill_main();

create index location_levels_location on location_levels (location) where location <> 'main';

-- Where a line's units were promised, by location; null is all of them at main.
alter table reservation_lines
    add column locations jsonb,
    add constraint reservation_lines_locations_object check (jsonb_typeof(locations) = 'object');

-- Units that went from one location to another; the movements say which.
create table stock_transfers (
    id uuid not null,
    from_location text not null,
    to_location text not null,
    reason text not null,
    created_at timestamptz not null,
    constraint stock_transfers_pk primary key (id),
    constraint stock_transfers_reason_length check (length(reason) between 1 and 200),
    constraint stock_transfers_apart check (from_location <> to_location)
);

create index stock_transfers_created on stock_transfers (created_at, id);

alter table stock_movements
    add column location text not null default 'main',
    add column transfer_id uuid,
    add constraint stock_movements_transfer_fk foreign key (transfer_id) references stock_transfers (id),
    add constraint stock_movements_transfer_named check ((transfer_id is not null) = (kind = 'transferred')),
    drop constraint stock_movements_kind_known,
    add constraint stock_movements_kind_known
        check (kind in ('opened', 'adjusted', 'counted', 'committed', 'returned', 'transferred'));

create index stock_movements_transfer on stock_movements (transfer_id) where transfer_id is not null;

-- A reservation takes a sku out of a location once, and brings it back as before.
drop index stock_movements_reservation_once;
create unique index stock_movements_reservation_once
    on stock_movements (reservation_id, sku, kind, coalesce(return_id, reservation_id), location)
    where reservation_id is not null;
