-- A customer's object at Stripe, made once: the row is there before the call, and its operation has the key.
create table stripe_customers (
    customer_id uuid not null,
    stripe_customer_id text,
    created_at timestamptz not null,
    constraint stripe_customers_pk primary key (customer_id),
    constraint stripe_customers_stripe_once unique (stripe_customer_id)
);

-- The row that every writer of a customer's cards locks. A reading of Stripe takes a number before it begins; one that comes back
-- after a later one was applied is dropped.
create table card_holders (
    customer_id uuid not null,
    default_method_id text,
    readings_begun bigint not null default 0,
    reading_applied bigint not null default 0,
    -- Until when a card may turn up that nobody has told of; null when none can.
    expects_until timestamptz,
    constraint card_holders_pk primary key (customer_id),
    constraint card_holders_readings_sane check (reading_applied between 0 and readings_begun)
);

-- Cards as Stripe shows them. One that was removed stays: Stripe may list it until it is detached there.
create table saved_cards (
    id uuid not null,
    stripe_method_id text not null,
    customer_id uuid not null,
    brand text not null,
    last4 text not null,
    exp_month int not null,
    exp_year int not null,
    created_at timestamptz not null,
    removed_at timestamptz,
    constraint saved_cards_pk primary key (id),
    constraint saved_cards_stripe_once unique (stripe_method_id),
    constraint saved_cards_of_holder foreign key (customer_id) references card_holders (customer_id),
    constraint saved_cards_last4_is_no_number check (length(last4) <= 4),
    constraint saved_cards_month_sane check (exp_month between 1 and 12)
);

create index saved_cards_listed on saved_cards (customer_id, created_at, id) where removed_at is null;

-- SetupIntents: a customer wants to save a card.
create table card_setups (
    id uuid not null,
    customer_id uuid not null,
    stripe_setup_id text,
    status text not null,
    created_at timestamptz not null,
    constraint card_setups_pk primary key (id),
    constraint card_setups_stripe_once unique (stripe_setup_id),
    constraint card_setups_status_known check (status in
        ('PENDING', 'OPEN', 'SUCCEEDED', 'CANCELED', 'REFUSED', 'GIVEN_UP')),
    constraint card_setups_known_to_stripe check
        (status in ('PENDING', 'REFUSED', 'GIVEN_UP') or stripe_setup_id is not null)
);

create index card_setups_open on card_setups (customer_id, created_at) where status in ('PENDING', 'OPEN');

-- Payments whose card is saved when they succeed.
create table card_saving_payments (
    order_id uuid not null,
    customer_id uuid not null,
    constraint card_saving_payments_pk primary key (order_id),
    constraint card_saving_payments_of_payment foreign key (order_id) references payments (order_id)
);

-- What is done about a customer belongs to no payment.
alter table payment_operations alter column order_id drop not null;
alter table payment_operations drop constraint payment_operations_kind_known,
    add constraint payment_operations_kind_known check (kind in
        ('OPEN', 'CANCEL', 'REFUND', 'CANCEL_ORPHAN', 'CREATE_CUSTOMER', 'CREATE_SETUP', 'DETACH_CARD')),
    add constraint payment_operations_of_payment_or_customer check
        ((order_id is null) = (kind in ('CREATE_CUSTOMER', 'CREATE_SETUP', 'DETACH_CARD')));
