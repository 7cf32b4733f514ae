create table imports (
    id uuid not null,
    status text not null,
    -- How the file is to be read and written, and who is answerable for it.
    settings jsonb not null,
    actor jsonb not null,
    size bigint not null,
    -- Up to where it is dealt with: products, the line of the last one, and bytes that were read for them.
    products bigint not null,
    last_line bigint not null,
    bytes_read bigint not null,
    created bigint not null,
    updated bigint not null,
    unchanged bigint not null,
    failed bigint not null,
    ignored bigint not null,
    problem_code text,
    problem_detail text,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    finished_at timestamptz,
    constraint imports_pk primary key (id),
    constraint imports_status_known check (status in ('receiving', 'queued', 'running', 'paused', 'completed', 'failed', 'cancelled')),
    constraint imports_counts check (products = created + updated + unchanged + failed),
    constraint imports_finished check ((finished_at is not null) = (status in ('completed', 'failed', 'cancelled'))),
    constraint imports_problem_whole check ((problem_code is null) = (problem_detail is null))
);

create index imports_created on imports (created_at, id);

-- The file, until the import has ended.
create table import_chunks (
    import_id uuid not null,
    position int not null,
    bytes bytea not null,
    constraint import_chunks_pk primary key (import_id, position),
    constraint import_chunks_import_fk foreign key (import_id) references imports (id) on delete cascade,
    constraint import_chunks_size check (octet_length(bytes) between 1 and 1048576)
);

-- Packing what is read once or twice would only cost time.
alter table import_chunks alter column bytes set storage external;

-- Lines that have failed, and those that a trial would change.
create table import_lines (
    import_id uuid not null,
    line bigint not null,
    result text not null,
    -- json, not jsonb: it is handed out as it was written.
    body json not null,
    constraint import_lines_pk primary key (import_id, line),
    constraint import_lines_import_fk foreign key (import_id) references imports (id) on delete cascade,
    constraint import_lines_result_known check (result in ('created', 'updated', 'unchanged', 'failed'))
);
