create table customers (
    id uuid not null,
    email text not null,
    name text not null,
    password_hash text not null,
    created_at timestamptz not null,
    constraint customers_pk primary key (id),
    constraint customers_email_length check (char_length(email) between 3 and 254),
    constraint customers_name_length check (char_length(name) between 1 and 200)
);

create unique index customers_email_unique on customers (lower(email));

-- A sign-in: the family of refresh tokens that follow from it.
create table sessions (
    id uuid not null,
    customer_id uuid not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    end_reason text,
    constraint sessions_pk primary key (id),
    constraint sessions_customer_fk foreign key (customer_id) references customers (id) on delete cascade,
    constraint sessions_end_reason_known check (end_reason in ('SIGNED_OUT', 'REUSED')),
    constraint sessions_end_whole check ((ended_at is null) = (end_reason is null))
);

create index sessions_customer on sessions (customer_id);
create index sessions_ended on sessions (ended_at) where ended_at is not null;

-- hash: SHA-256 of the token. successor: the next token, readable only by whoever holds this one.
create table refresh_tokens (
    hash text not null,
    session_id uuid not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    successor bytea,
    constraint refresh_tokens_pk primary key (hash),
    constraint refresh_tokens_session_fk foreign key (session_id) references sessions (id) on delete cascade,
    constraint refresh_tokens_hash_form check (hash ~ '^[0-9a-f]{64}$'),
    constraint refresh_tokens_use_whole check ((used_at is null) = (successor is null)),
    constraint refresh_tokens_time_order check (expires_at > issued_at)
);

create index refresh_tokens_session on refresh_tokens (session_id);
create index refresh_tokens_expires on refresh_tokens (expires_at);

-- origin: ENVIRONMENT for the key that the deployment's settings hold, ADMIN for one that was made by staff.
create table api_keys (
    id uuid not null,
    name text not null,
    key_hash text not null,
    scopes text[] not null,
    origin text not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    last_used_at timestamptz,
    constraint api_keys_pk primary key (id),
    constraint api_keys_hash_unique unique (key_hash),
    constraint api_keys_hash_form check (key_hash ~ '^[0-9a-f]{64}$'),
    constraint api_keys_name_length check (char_length(name) between 1 and 200),
    constraint api_keys_origin_known check (origin in ('ENVIRONMENT', 'ADMIN'))
);
