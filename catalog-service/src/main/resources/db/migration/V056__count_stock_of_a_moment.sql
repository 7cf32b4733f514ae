-- Of what moment a count tells, where that is not the moment in which it was taken over: what has moved in between stays moved.
alter table stock_movements
    add column counted_at timestamptz,
    add constraint stock_movements_counted_at_count check (counted_at is null or kind = 'counted')
        -- Of no row from before it can be wrong, and nobody waits until all of them have been looked at.
        not valid;
