-- One row for each file, whatever products show it. It comes before the file is stored and goes after the file is deleted, so that no
-- file is without a row; what is unreferenced for long is deleted.
create table media_files (
    id uuid not null,
    hash text not null,
    format text not null,
    width int not null,
    height int not null,
    bytes bigint not null,
    status text not null,
    failure text,
    -- json, not jsonb: it is handed out as it was written.
    renditions json not null default '[]',
    -- Counts the times that renditions were asked for, and how often they were begun the last time.
    round int not null default 0,
    attempts int not null default 0,
    unreferenced_at timestamptz,
    created_at timestamptz not null,
    constraint media_files_pk primary key (id),
    constraint media_files_hash_unique unique (hash),
    constraint media_files_hash_form check (hash ~ '^[0-9a-f]{64}$'),
    constraint media_files_format_known check (format in ('jpeg', 'png', 'webp', 'gif')),
    constraint media_files_size_positive check (width > 0 and height > 0 and bytes > 0),
    constraint media_files_status_known check (status in ('uploading', 'processing', 'ready', 'failed', 'deleting')),
    constraint media_files_failure_told check ((failure is not null) = (status = 'failed')),
    constraint media_files_ready_shown check (status <> 'ready' or json_array_length(renditions) > 0)
);

create index media_files_unreferenced on media_files (unreferenced_at) where unreferenced_at is not null;

create table product_media (
    id uuid not null,
    product_id uuid not null,
    file_id uuid not null,
    alt text not null,
    skus text[] not null default '{}',
    position int not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint product_media_pk primary key (id),
    constraint product_media_product_fk foreign key (product_id) references products (id) on delete cascade,
    constraint product_media_file_fk foreign key (file_id) references media_files (id),
    constraint product_media_once unique (product_id, file_id),
    constraint product_media_alt_length check (length(alt) <= 500),
    constraint product_media_position_range check (position between 0 and 49),
    constraint product_media_version_positive check (version > 0),
    -- Deferred, because all of them move when the order changes.
    constraint product_media_position_unique unique (product_id, position) deferrable initially deferred
);

create index product_media_file on product_media (file_id);

-- A product's images as the storefront shows them: those that are ready, so many at most. A sku that is no longer there is left out.
create function storefront_media(product uuid, most int) returns json
    language sql stable parallel safe
    return (
        select coalesce(json_agg(json_build_object(
            'id', m.id, 'alt', m.alt, 'position', m.position, 'width', m.width, 'height', m.height,
            'skus', array_to_json(array(
                select v.sku from variants v where v.product_id = product and v.sku = any(m.skus) order by v.position)),
            'renditions', m.renditions) order by m.position), '[]')
        from (
            select pm.id, pm.alt, pm.position, pm.skus, f.width, f.height, f.renditions
            from product_media pm join media_files f on f.id = pm.file_id
            where pm.product_id = product and f.status = 'ready'
            order by pm.position limit most) m);
