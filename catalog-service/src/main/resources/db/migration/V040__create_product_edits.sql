-- Edits of all the products that a filter finds.
create table product_edits (
    id uuid not null,
    status text not null,
    -- Whether it only finds out what would happen.
    trial boolean not null,
    -- What is to be found and done, and who is answerable for it.
    request jsonb not null,
    actor jsonb not null,
    -- How many products the filter found when the edit began.
    total bigint,
    -- The place of the last product that is dealt with; it is moved in the transaction that changes the products before it.
    reached_key text,
    reached_id uuid,
    products bigint not null,
    updated bigint not null,
    unchanged bigint not null,
    failed bigint not null,
    -- How often in a row the next batch has failed.
    attempts int not null,
    problem_code text,
    problem_detail text,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    finished_at timestamptz,
    constraint product_edits_pk primary key (id),
    constraint product_edits_status_known check (status in ('queued', 'running', 'paused', 'completed', 'failed', 'cancelled')),
    constraint product_edits_counts check (products = updated + unchanged + failed),
    constraint product_edits_reached_whole check ((reached_key is null) = (reached_id is null)),
    constraint product_edits_problem_whole check ((problem_code is null) = (problem_detail is null)),
    constraint product_edits_finished check ((finished_at is not null) = (status in ('completed', 'cancelled')))
);

create index product_edits_created on product_edits (created_at, id);
create index product_edits_open on product_edits (id) where finished_at is null;
-- Two that write at once would take turns: what a product ends up with would be chance.
create unique index product_edits_one_writes on product_edits (status) where status = 'running' and not trial;

-- Products that have failed, and a sample of what a trial would change.
create table product_edit_results (
    edit_id uuid not null,
    -- Counted from 1 in the order of the edit.
    position bigint not null,
    product_id uuid not null,
    result text not null,
    -- json, not jsonb: it is handed out as it was written.
    body json not null,
    constraint product_edit_results_pk primary key (edit_id, position),
    constraint product_edit_results_edit_fk foreign key (edit_id) references product_edits (id) on delete cascade,
    constraint product_edit_results_result_known check (result in ('updated', 'failed')),
    constraint product_edit_results_position_positive check (position > 0)
);
