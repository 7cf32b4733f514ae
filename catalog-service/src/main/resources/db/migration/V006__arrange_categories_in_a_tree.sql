alter table categories
    add column parent_id uuid,
    add column position int not null default 0,
    -- The slugs from the top down to itself.
    add column path text[] not null default '{}',
    -- Sorts the whole tree depth first. A space comes before every character of a key, so that children follow their parent.
    add column tree_key text collate "C" not null default '',
    -- Public products in it and below it; counted again and again by a recurring step.
    add column product_count bigint not null default 0;

with ordered as (select id, row_number() over (order by left(fold(name), 200) collate "C", id) - 1 as position from categories)
update categories c set position = least(o.position, 999999), path = array[c.slug],
        tree_key = lpad(least(o.position, 999999)::text, 6, '0') || ':' || c.id
    from ordered o where o.id = c.id;

alter table categories
    add constraint categories_parent_fk foreign key (parent_id) references categories (id),
    add constraint categories_parent_other check (parent_id <> id),
    add constraint categories_position_range check (position between 0 and 999999),
    add constraint categories_depth check (cardinality(path) <= 8),
    add constraint categories_product_count_range check (product_count >= 0);

create index categories_parent on categories (parent_id, position);
create index categories_tree on categories (tree_key, id);
create index categories_path on categories using gin (path);

-- A category's breadcrumbs, for those who only read: slugs and names from the top down to itself.
create view category_paths as
    select c.id as category_id, c.slug, c.path as slugs, n.names, cardinality(c.path) as depth, c.tree_key
    from categories c
    cross join lateral (
        select array_agg(a.name order by u.place) as names
        from unnest(c.path) with ordinality as u(slug, place) join categories a on a.slug = u.slug) n;
