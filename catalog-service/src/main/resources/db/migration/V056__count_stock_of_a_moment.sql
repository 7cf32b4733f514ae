-- Tables in the order in which transactions of the shop come to them.

-- When a sku's stock was begun: no count of before can be of it. Null is before this was kept.
alter table stock_levels add column begun_at timestamptz;
alter table stock_levels alter column begun_at set default now();

-- The latest moment that a count there tells of, also one that found what the ledger says.
alter table location_levels add column counted_at timestamptz;

-- Of what moment a count tells, where that is not the moment in which it was taken over: what has moved in between stays moved.
alter table stock_movements
    add column counted_at timestamptz,
    add constraint stock_movements_counted_at_count check (counted_at is null or kind = 'counted')
        -- Of no row from before it can be wrong, and nobody waits until all of them have been looked at.
        not valid;
