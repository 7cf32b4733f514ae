-- A key's secrets: the newest, which has no end of its own, and those before it while a rotation overlaps. hash: SHA-256 of the secret.
create table api_key_secrets (
    hash text not null,
    key_id uuid not null,
    created_at timestamptz not null,
    valid_until timestamptz,
    constraint api_key_secrets_pk primary key (hash),
    constraint api_key_secrets_key_fk foreign key (key_id) references api_keys (id) on delete cascade,
    constraint api_key_secrets_hash_form check (hash ~ '^[0-9a-f]{64}$')
);

create index api_key_secrets_key on api_key_secrets (key_id);
create unique index api_key_secrets_newest on api_key_secrets (key_id) where valid_until is null;

insert into api_key_secrets (hash, key_id, created_at) select key_hash, id, created_at from api_keys;

-- hint: the beginning of the newest secret, to tell keys apart by. allowed_addresses: networks in CIDR form; none means any address.
-- version: the ETag.
alter table api_keys
    drop column key_hash,
    add column hint text,
    add column expires_at timestamptz,
    add column allowed_addresses text[] not null default '{}',
    add column last_used_address text,
    add column version bigint not null default 1,
    add column updated_at timestamptz;

update api_keys set updated_at = created_at;

alter table api_keys
    alter column updated_at set not null,
    add constraint api_keys_addresses_count check (cardinality(allowed_addresses) <= 50);

create unique index api_keys_name_unique on api_keys (lower(name)) where origin = 'ADMIN' and revoked_at is null;
create index api_keys_created on api_keys (created_at, id);
