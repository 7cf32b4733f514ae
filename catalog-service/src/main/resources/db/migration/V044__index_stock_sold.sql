-- What has been sold and what came back, without the rest of the ledger. Nothing else is in this migration: stock waits for as long as this
-- takes, and for no longer.
create index stock_movements_sold on stock_movements (created_at, sku, delta) where kind in ('committed', 'returned');
