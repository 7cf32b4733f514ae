-- Who came by another provider has no password until one is chosen.
alter table customers alter column password_hash drop not null;

-- Who a customer is at other providers. issuer and subject never change; provider and email are as they were when it was used last.
create table customer_identities (
    id uuid not null,
    customer_id uuid not null,
    provider text not null,
    issuer text not null,
    subject text not null,
    email text,
    created_at timestamptz not null,
    last_used_at timestamptz,
    constraint customer_identities_pk primary key (id),
    constraint customer_identities_customer_fk foreign key (customer_id) references customers (id) on delete cascade,
    constraint customer_identities_subject_unique unique (issuer, subject),
    constraint customer_identities_lengths check (
        char_length(provider) <= 61 and char_length(issuer) <= 1000 and char_length(subject) between 1 and 255
            and char_length(email) <= 254)
);

create index customer_identities_customer on customer_identities (customer_id, created_at, id);

-- A browser on its way to a provider and back; a row goes with its one use. Hashes: SHA-256 in Base64url of what the address (state),
-- the browser's cookie and the page (challenge) hold.
create table sign_in_trips (
    state_hash text not null,
    provider text not null,
    browser_hash text not null,
    return_to text not null,
    challenge text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint sign_in_trips_pk primary key (state_hash),
    constraint sign_in_trips_hash_forms check (
        state_hash ~ '^[A-Za-z0-9_-]{43}$' and browser_hash ~ '^[A-Za-z0-9_-]{43}$' and challenge ~ '^[A-Za-z0-9_-]{43}$'),
    constraint sign_in_trips_return_to_length check (char_length(return_to) <= 1000),
    constraint sign_in_trips_time_order check (expires_at > created_at)
);

create index sign_in_trips_expires on sign_in_trips (expires_at);

-- What a page gets in place of tokens, for a minute and one use, with who came back.
create table sign_in_codes (
    hash text not null,
    challenge text not null,
    provider text not null,
    issuer text not null,
    subject text not null,
    email text,
    email_verified boolean not null,
    name text,
    expires_at timestamptz not null,
    constraint sign_in_codes_pk primary key (hash),
    constraint sign_in_codes_hash_forms check (hash ~ '^[A-Za-z0-9_-]{43}$' and challenge ~ '^[A-Za-z0-9_-]{43}$')
);

create index sign_in_codes_expires on sign_in_codes (expires_at);

alter table sessions drop constraint sessions_end_reason_known,
    add constraint sessions_end_reason_known check (end_reason in
        ('SIGNED_OUT', 'REUSED', 'ENDED_BY_OWNER', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'ACCOUNT_CLOSED', 'ACCOUNT_DISABLED',
            'ACCOUNT_CLAIMED', 'IDENTITY_REMOVED'));

alter table mails drop constraint mails_kind_known,
    add constraint mails_kind_known check (kind in
        ('VERIFY_EMAIL', 'CHANGE_EMAIL', 'EMAIL_CHANGE_ASKED', 'RESET_PASSWORD', 'PASSWORD_CHANGED', 'SIGN_IN_STOLEN',
            'ACCOUNT_DELETED', 'ACCOUNT_CLAIMED', 'IDENTITY_LINKED', 'IDENTITY_REMOVED'));
