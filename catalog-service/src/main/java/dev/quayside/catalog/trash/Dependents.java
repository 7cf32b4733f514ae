package dev.quayside.catalog.trash;

import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;

/** What PostgreSQL knows of tables: who depends on whom, by foreign keys of one column. Names are quoted where they must be. */
@ApplicationScoped
class Dependents {
    private static final String REFERENCES = """
            select cast(cast(f.conrelid as regclass) as text) as child, quote_ident(c.attname) as column_name,
                cast(cast(f.confrelid as regclass) as text) as parent, quote_ident(k.attname) as key_name
            from pg_constraint f
            join pg_attribute c on c.attrelid = f.conrelid and c.attnum = f.conkey[1]
            join pg_attribute k on k.attrelid = f.confrelid and k.attnum = f.confkey[1]
            where f.contype = 'f' and cardinality(f.conkey) = 1""";

    /** One foreign key. */
    record Reference(String child, String column, String parent, String key) {}

    private final EntityManager database;

    Dependents(EntityManager database) {
        this.database = database;
    }

    /** The foreign keys by which rows go along when one of the parent's is deleted. */
    List<Reference> goingAlong(String parent) {
        return references(database.createNativeQuery(
                        REFERENCES
                                + " and f.confdeltype = 'c' and f.confrelid = cast(:table as regclass) order by 1, 2",
                        Tuple.class)
                .setParameter("table", parent));
    }

    /** The foreign keys of a table. */
    List<Reference> of(String child) {
        return references(database.createNativeQuery(
                        REFERENCES + " and f.conrelid = cast(:table as regclass) order by 1, 2", Tuple.class)
                .setParameter("table", child));
    }

    /** The columns that are written, and not computed from others. */
    List<String> columns(String table) {
        List<?> names =
                database.createNativeQuery("""
                        select attname from pg_attribute
                        where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
                        order by attnum""").setParameter("table", table).getResultList();
        return names.stream().map(String.class::cast).toList();
    }

    /** Whether rows that collide with others' can be left out: PostgreSQL cannot where a collision may be looked for later. */
    boolean canLeaveOut(String table) {
        return (Boolean)
                database.createNativeQuery("""
                        select not exists (select 1 from pg_constraint
                        where conrelid = cast(:table as regclass) and contype in ('p', 'u', 'x') and condeferrable)""").setParameter("table", table).getSingleResult();
    }

    private static List<Reference> references(Query query) {
        return ListSql.tuples(query).stream()
                .map(row -> new Reference(
                        row.get("child", String.class),
                        row.get("column_name", String.class),
                        row.get("parent", String.class),
                        row.get("key_name", String.class)))
                .toList();
    }
}
