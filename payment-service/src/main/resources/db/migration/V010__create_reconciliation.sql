-- A comparison of orders, payments, Stripe and stock over a window of time. It goes on from its stage and place after a crash.
create table reconciliation_runs (
    id uuid not null,
    status text not null,
    failure text,
    started_by text not null,
    window_from timestamptz not null,
    window_to timestamptz not null,
    stage text not null,
    -- Behind which row or object the stage goes on; null at its beginning.
    place text,
    -- Suspects are looked at again from here on.
    look_at timestamptz,
    orders bigint not null default 0,
    payments bigint not null default 0,
    stripe_objects bigint not null default 0,
    reservations bigint not null default 0,
    found bigint not null default 0,
    started_at timestamptz not null,
    progressed_at timestamptz not null,
    finished_at timestamptz,
    constraint reconciliation_runs_pk primary key (id),
    constraint reconciliation_runs_status_known check (status in ('RUNNING', 'FINISHED', 'FAILED')),
    constraint reconciliation_runs_started_by_known check (started_by in ('MANUAL', 'SCHEDULE')),
    constraint reconciliation_runs_stage_known check (stage in
        ('ORDERS', 'STOCK', 'INTENTS', 'REFUNDS', 'DISPUTES', 'LEDGER', 'COMPARE', 'LOOK_AGAIN', 'SHELF', 'EARLIER', 'TIDY')),
    constraint reconciliation_runs_window_sane check (window_from < window_to),
    constraint reconciliation_runs_failure_when_failed check ((status = 'FAILED') = (failure is not null)),
    constraint reconciliation_runs_finished_whole check ((status = 'RUNNING') = (finished_at is null))
);

-- One at a time.
create unique index reconciliation_runs_one_running on reconciliation_runs (status) where status = 'RUNNING';
create index reconciliation_runs_by_time on reconciliation_runs (started_at, id);

-- What the sides said, while a run compares them; so that no side has to fit into memory.
create table reconciliation_rows (
    run_id uuid not null,
    order_id uuid not null,
    side text not null,
    object_id text not null,
    facts text not null,
    constraint reconciliation_rows_pk primary key (run_id, order_id, side, object_id),
    constraint reconciliation_rows_of_run foreign key (run_id) references reconciliation_runs (id) on delete cascade,
    constraint reconciliation_rows_side_known check (side in
        ('ORDER', 'STOCK', 'INTENT', 'REFUND', 'DISPUTE', 'SUSPECT'))
);

create index reconciliation_rows_by_object on reconciliation_rows (run_id, side, object_id);
create index payment_transactions_by_time on payment_transactions (recorded_at);

create table reconciliation_mismatches (
    id uuid not null,
    run_id uuid not null,
    code text not null,
    order_id uuid,
    subject text not null,
    summary text not null,
    -- JSON: what each side said.
    sides text not null,
    repair text,
    status text not null,
    failure text,
    found_at timestamptz not null,
    -- When a repair was asked for, and when its action was taken; it is repaired once the sides agree.
    repair_asked_at timestamptz,
    acted_at timestamptz,
    repaired_at timestamptz,
    constraint reconciliation_mismatches_pk primary key (id),
    constraint reconciliation_mismatches_once unique (run_id, code, subject),
    constraint reconciliation_mismatches_of_run foreign key (run_id) references reconciliation_runs (id) on delete cascade,
    constraint reconciliation_mismatches_status_known check (status in
        ('OPEN', 'REPAIRING', 'REPAIRED', 'FAILED', 'NOT_REPAIRABLE')),
    constraint reconciliation_mismatches_repaired_whole check ((status = 'REPAIRED') = (repaired_at is not null)),
    constraint reconciliation_mismatches_failure_when_failed check ((status = 'FAILED') = (failure is not null)),
    constraint reconciliation_mismatches_asked_when_repairing check (status <> 'REPAIRING' or repair_asked_at is not null)
);

create index reconciliation_mismatches_by_time on reconciliation_mismatches (run_id, found_at, id);
create index reconciliation_mismatches_unsolved on reconciliation_mismatches (code, subject) where status <> 'REPAIRED';
