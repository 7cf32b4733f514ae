-- When the person was taken out of an order; what was bought, what it cost and where it was taxed stays.
alter table orders add column erased_at timestamptz;

-- A guest's orders by address, for whoever shows to read there, and a customer's carts.
create index orders_of_guests on orders (lower(email)) where customer_id is null;
create index carts_by_customer on carts (customer_id, id) where customer_id is not null;
