-- service: who shipped the entry. before, after: as the admin API shows it, kept to the letter; only what changed.
create table audit_log (
    id uuid not null,
    service text not null,
    created_at timestamptz not null,
    actor_kind text not null,
    actor_id text not null,
    actor_name text,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    before json,
    after json,
    omitted text[] not null,
    request_id text,
    address text,
    constraint audit_log_pk primary key (id),
    constraint audit_log_actor_kind_known check (actor_kind in ('API_KEY', 'STAFF', 'SERVICE')),
    constraint audit_log_sides_bounded check (octet_length(before::text) <= 16384 and octet_length(after::text) <= 16384)
);

create index audit_log_created on audit_log (created_at, id);
create index audit_log_actor on audit_log (actor_id, created_at, id);
create index audit_log_action on audit_log (action, created_at, id);
create index audit_log_subject on audit_log (subject_type, subject_id, created_at, id);
create index audit_log_subject_id on audit_log (subject_id, created_at, id);
create index audit_log_request on audit_log (request_id) where request_id is not null;

-- The log is only ever added to. Entries past their time are forgotten by a transaction that says how far.
create function keep_audit_log() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.created_at < nullif(current_setting('quayside.forget_audit_log_before', true), '')::timestamptz then
            return old;
        end if;
    end if;
    raise exception 'audit_log is only ever added to' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger audit_log_rows_stay before update or delete on audit_log
    for each row execute function keep_audit_log();
create trigger audit_log_stays before truncate on audit_log
    for each statement execute function keep_audit_log();
