-- Named sets of scopes. The built in ones are written at each start, from the program.
create table roles (
    id uuid not null,
    name text not null,
    description text not null,
    scopes text[] not null,
    built_in boolean not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint roles_pk primary key (id),
    constraint roles_name_unique unique (name),
    constraint roles_name_form check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(name) <= 60)
);

-- People who run the shop. They are no customers: neither sees the other's sign-in.
create table staff_users (
    id uuid not null,
    email text not null,
    name text not null,
    password_hash text,
    status text not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    last_sign_in_at timestamptz,
    constraint staff_users_pk primary key (id),
    constraint staff_users_email_length check (char_length(email) between 3 and 254),
    constraint staff_users_name_length check (char_length(name) between 1 and 200),
    constraint staff_users_status_known check (status in ('INVITED', 'ACTIVE', 'DISABLED')),
    constraint staff_users_password_of_active check (status <> 'ACTIVE' or password_hash is not null)
);

create unique index staff_users_email_unique on staff_users (lower(email));
create index staff_users_created on staff_users (created_at, id);

create table staff_roles (
    user_id uuid not null,
    role_id uuid not null,
    constraint staff_roles_pk primary key (user_id, role_id),
    constraint staff_roles_user_fk foreign key (user_id) references staff_users (id) on delete cascade,
    constraint staff_roles_role_fk foreign key (role_id) references roles (id)
);

create index staff_roles_role on staff_roles (role_id);

-- At most one for each user: the last that was made. hash: SHA-256 of the token.
create table staff_invitations (
    user_id uuid not null,
    hash text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint staff_invitations_pk primary key (user_id),
    constraint staff_invitations_user_fk foreign key (user_id) references staff_users (id) on delete cascade,
    constraint staff_invitations_hash_unique unique (hash),
    constraint staff_invitations_hash_form check (hash ~ '^[0-9a-f]{64}$'),
    constraint staff_invitations_time_order check (expires_at > created_at)
);

-- A sign-in is a customer's or a member of staff's.
alter table sessions
    alter column customer_id drop not null,
    add column staff_id uuid,
    add constraint sessions_staff_fk foreign key (staff_id) references staff_users (id) on delete cascade,
    add constraint sessions_one_subject check (num_nonnulls(customer_id, staff_id) = 1);

create index sessions_staff on sessions (staff_id) where staff_id is not null;

alter table sessions drop constraint sessions_end_reason_known,
    add constraint sessions_end_reason_known check (end_reason in
        ('SIGNED_OUT', 'REUSED', 'ENDED_BY_OWNER', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'ACCOUNT_CLOSED', 'ACCOUNT_DISABLED'));
