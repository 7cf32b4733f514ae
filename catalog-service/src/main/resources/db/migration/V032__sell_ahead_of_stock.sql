-- What is sold ahead of stock, and from when on stock is low: of a sku, and kept with its stock, as that is when its product goes.
alter table stock_levels
    add column policy text not null default 'deny',
    -- Units that may be promised beyond what is on hand.
    add column backorder_limit bigint not null default 0,
    add column available_at timestamptz,
    add column low_stock bigint,
    -- How far promises may pass what is on hand now: as far as the policy allowed it when they last did, less what was made up since.
    add column overdraft bigint not null default 0,
    add constraint stock_levels_policy_known check (policy in ('deny', 'backorder', 'preorder')),
    add constraint stock_levels_backorder_limit_range check (backorder_limit between 0 and 1000000),
    add constraint stock_levels_limit_sells_ahead check ((backorder_limit > 0) = (policy <> 'deny')),
    add constraint stock_levels_available_at_preorder check ((available_at is not null) = (policy = 'preorder')),
    add constraint stock_levels_low_stock_range check (low_stock between 0 and 1000000000),
    add constraint stock_levels_overdraft_range check (overdraft between 0 and 1000000),
    drop constraint stock_levels_on_hand_range,
    drop constraint stock_levels_reserved_range,
    -- Below 0 are units that are owed to orders that are paid.
    add constraint stock_levels_on_hand_range check (on_hand between -1000000 and 1000000000),
    add constraint stock_levels_reserved_range check (reserved between 0 and on_hand + overdraft);

-- Policies of a deleted product's skus that have another than the usual one: their stock, which stays, may be another product's by now.
alter table deleted_products
    add column policies jsonb not null default '{}',
    add constraint deleted_products_policies_object check (jsonb_typeof(policies) = 'object');

-- What is sold ahead of stock is promised from main.
alter table location_levels
    drop constraint location_levels_on_hand_range,
    drop constraint location_levels_reserved_range,
    add constraint location_levels_on_hand_range check (on_hand <= 1000000000),
    add constraint location_levels_reserved_range check (reserved >= 0 and (reserved <= on_hand or location = 'main'));
