package dev.quayside.catalog.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.ListSql.Column;
import dev.quayside.kit.page.ListSql.Kind;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows that say which product has which file. They are changed under a lock on the product's row. */
@ApplicationScoped
class MediaRepository {
    private static final Map<String, Column> SORTS = Map.of(
            "createdAt", new Column("m.created_at", Kind.TIME), "position", new Column("m.position", Kind.NUMBER));
    private static final String FROM = "from product_media m join media_files f on f.id = m.file_id";
    private static final String COLUMNS = """
             m.id, m.product_id, m.alt, cast(array_to_json(m.skus) as text) as skus, m.position, f.status, f.failure, f.hash, f.format, f.width,
            f.height, f.bytes, cast(f.renditions as text) as renditions, m.version, m.created_at, m.updated_at\
            """;

    private final EntityManager database;
    private final ObjectMapper json;

    MediaRepository(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Whether there is such a product. */
    boolean hasProduct(UUID product) {
        return !database.createNativeQuery("select 1 from products where id = :product")
                .setParameter("product", product)
                .getResultList()
                .isEmpty();
    }

    /** Locks a product's row against every other change of the product; false if there is none. */
    boolean lockProduct(UUID product) {
        return !database.createNativeQuery("select 1 from products where id = :product for no key update")
                .setParameter("product", product)
                .getResultList()
                .isEmpty();
    }

    Page<MediaView> list(ListQuery query, MediaFilters filters, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "m.id");
        filters.addTo(list);
        List<Tuple> rows = list.rows(database, COLUMNS, FROM);
        Page<Tuple> page = query.page(rows, list.total(database, FROM), list::cursor, uri);
        return new Page<>(page.data().stream().map(this::view).toList(), page.page());
    }

    /** All of a product's images, in their order; {@link MediaService#MOST} at most. */
    List<MediaView> all(UUID product) {
        return views(database.createNativeQuery(
                        "select" + COLUMNS + " " + FROM + " where m.product_id = :product order by m.position",
                        Tuple.class)
                .setParameter("product", product));
    }

    Optional<MediaView> find(UUID id) {
        return views(database.createNativeQuery("select" + COLUMNS + " " + FROM + " where m.id = :id", Tuple.class)
                        .setParameter("id", id))
                .stream()
                .findFirst();
    }

    /** Gives a product a file as its last image; 0 if it has it already. */
    int add(UUID id, UUID product, UUID file, String alt, Instant now) {
        return database.createNativeQuery("""
                        insert into product_media (id, product_id, file_id, alt, position, version, created_at, updated_at)
                        select :id, :product, :file, :alt, count(*), 1, :now, :now from product_media where product_id = :product
                        on conflict on constraint product_media_once do nothing""")
                .setParameter("id", id)
                .setParameter("product", product)
                .setParameter("file", file)
                .setParameter("alt", alt)
                .setParameter("now", now)
                .executeUpdate();
    }

    Optional<MediaView> findFile(UUID product, UUID file) {
        return views(database.createNativeQuery(
                                "select" + COLUMNS + " " + FROM
                                        + " where m.product_id = :product and m.file_id = :file",
                                Tuple.class)
                        .setParameter("product", product)
                        .setParameter("file", file))
                .stream()
                .findFirst();
    }

    void update(UUID id, String alt, List<String> skus, Instant now) {
        database.createNativeQuery("""
                        update product_media set alt = :alt, skus = :skus, version = version + 1, updated_at = :now where id = :id""")
                .setParameter("id", id)
                .setParameter("alt", alt)
                .setParameter("skus", skus.toArray(String[]::new))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Puts images in the order of their ids. */
    void order(List<UUID> ids, Instant now) {
        database.createNativeQuery("""
                        update product_media m set position = o.place - 1, version = m.version + 1, updated_at = :now
                        from unnest(cast(:ids as uuid[])) with ordinality as o(id, place)
                        where m.id = o.id and m.position <> o.place - 1""")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Takes an image away; those behind it move up. */
    void delete(MediaView gone) {
        database.createNativeQuery("delete from product_media where id = :id")
                .setParameter("id", gone.id())
                .executeUpdate();
        database.createNativeQuery("""
                        update product_media set position = position - 1 where product_id = :product and position > :position""")
                .setParameter("product", gone.productId())
                .setParameter("position", gone.position())
                .executeUpdate();
    }

    /** Those of the skus that are a product's. */
    List<String> skusOf(UUID product, Collection<String> skus) {
        List<?> found = database.createNativeQuery(
                        "select sku from variants where product_id = :product and sku = any(:skus)")
                .setParameter("product", product)
                .setParameter("skus", skus.toArray(String[]::new))
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /** Some of the products that have a file, by id, after one of them. */
    List<UUID> productsWith(UUID file, UUID after, int most) {
        List<?> found = database.createNativeQuery(
                        "select product_id from product_media where file_id = :file and product_id > :after"
                                + " order by product_id limit :most")
                .setParameter("file", file)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    private List<MediaView> views(Query query) {
        return ListSql.tuples(query).stream().map(this::view).toList();
    }

    private MediaView view(Tuple row) {
        return new MediaView(
                row.get("id", UUID.class),
                row.get("product_id", UUID.class),
                row.get("alt", String.class),
                read(row.get("skus", String.class), new TypeReference<>() {}),
                row.get("position", Integer.class),
                FileStatus.of(row.get("status", String.class)),
                row.get("failure", String.class),
                row.get("hash", String.class),
                row.get("format", String.class),
                row.get("width", Integer.class),
                row.get("height", Integer.class),
                row.get("bytes", Long.class),
                read(row.get("renditions", String.class), new TypeReference<>() {}),
                row.get("version", Long.class),
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class));
    }

    private <T> T read(String column, TypeReference<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
