-- What the payer chose at checkout about saved cards.
alter table orders
    add column payment_method_id text,
    add column save_payment_method boolean not null default false,
    add constraint orders_card_of_customer check
        ((payment_method_id is null and not save_payment_method) or customer_id is not null);
