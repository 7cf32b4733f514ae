-- As before, and most products of a large import have no pictures yet: those cost one look into an index.
create or replace function storefront_media(product uuid, most int) returns json
    language plpgsql stable parallel safe
    as $$
begin
    if not exists (select 1 from product_media pm where pm.product_id = product) then
        return '[]';
    end if;
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
end $$;
