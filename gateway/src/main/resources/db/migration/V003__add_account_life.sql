-- email_verified_at: when somebody showed that they read at the address. closed_at: the owner has asked for deletion, which is under way.
alter table customers
    add column email_verified_at timestamptz,
    add column closed_at timestamptz;

-- Where a sign-in was made and last used, for its owner to recognise it.
alter table sessions
    add column device text,
    add column address text,
    add column used_at timestamptz,
    add constraint sessions_device_length check (char_length(device) <= 300),
    add constraint sessions_address_length check (char_length(address) <= 100);
alter table sessions drop constraint sessions_end_reason_known,
    add constraint sessions_end_reason_known check (end_reason in
        ('SIGNED_OUT', 'REUSED', 'ENDED_BY_OWNER', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'ACCOUNT_CLOSED'));
create index sessions_live on sessions (customer_id, created_at, id) where ended_at is null;

-- Somebody wants to reset the password of whatever account has this address. The request is written down alike whether or not there is
-- one, and looked at later: the answer and its time tell nothing.
create table reset_requests (
    id uuid not null,
    email text not null,
    created_at timestamptz not null,
    constraint reset_requests_pk primary key (id),
    constraint reset_requests_email_length check (char_length(email) <= 254)
);

create table customer_addresses (
    id uuid not null,
    customer_id uuid not null,
    is_default boolean not null,
    name text not null,
    line1 text not null,
    line2 text,
    city text not null,
    postal_code text not null,
    region text,
    country text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint customer_addresses_pk primary key (id),
    constraint customer_addresses_customer_fk foreign key (customer_id) references customers (id) on delete cascade,
    constraint customer_addresses_country_code check (country ~ '^[A-Z]{2}$'),
    constraint customer_addresses_lengths check (
        char_length(name) between 1 and 200 and char_length(line1) between 1 and 200 and char_length(line2) <= 200
            and char_length(city) between 1 and 100 and char_length(postal_code) between 1 and 20
            and char_length(region) <= 100)
);

create index customer_addresses_customer on customer_addresses (customer_id, created_at, id);
create unique index customer_addresses_one_default on customer_addresses (customer_id) where is_default;
