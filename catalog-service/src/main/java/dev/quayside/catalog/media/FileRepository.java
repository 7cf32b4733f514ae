package dev.quayside.catalog.media;

import dev.quayside.catalog.picture.Picture;
import dev.quayside.catalog.picture.Size;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of files. Each change of a status is a guarded update, under the row's lock where something else depends on it. */
@ApplicationScoped
class FileRepository {
    /** A file's row; {@code round} and {@code attempts} count what was tried with it. */
    record StoredFile(UUID id, String hash, FileStatus status, Size size, int round, int attempts) {}

    private static final String COLUMNS = " id, hash, status, width, height, round, attempts ";

    private final EntityManager database;

    FileRepository(EntityManager database) {
        this.database = database;
    }

    /** The row of a file's content, new or there already, kept from being swept for a while; empty while it is being deleted. */
    Optional<StoredFile> claim(Picture picture, Instant now) {
        return rows(
                        """
                        insert into media_files (id, hash, format, width, height, bytes, status, created_at)
                        values (:id, :hash, :format, :width, :height, :bytes, 'uploading', :now)
                        on conflict on constraint media_files_hash_unique
                            do update set unreferenced_at = null where media_files.status <> 'deleting'
                        returning""" + COLUMNS,
                        query -> query.setParameter("id", Ids.next())
                                .setParameter("hash", picture.hash())
                                .setParameter("format", picture.format().text())
                                .setParameter("width", picture.size().width())
                                .setParameter("height", picture.size().height())
                                .setParameter("bytes", picture.bytes())
                                .setParameter("now", now))
                .stream()
                .findFirst();
    }

    /** Locks a row, so that its status stays what it is until the transaction ends. */
    Optional<StoredFile> lock(UUID id) {
        return rows(
                        "select" + COLUMNS + "from media_files where id = :id for no key update",
                        query -> query.setParameter("id", id))
                .stream()
                .findFirst();
    }

    Optional<StoredFile> find(UUID id) {
        return rows("select" + COLUMNS + "from media_files where id = :id", query -> query.setParameter("id", id))
                .stream()
                .findFirst();
    }

    /** Asks for renditions of a file that is new or failed; the round that this is. */
    int ask(StoredFile locked) {
        update("""
                update media_files set status = 'processing', failure = null, round = round + 1, attempts = 0
                where id = :id and status in ('uploading', 'failed')""", locked.id());
        return locked.round() + 1;
    }

    /** Counts an attempt before it is made: one that takes the process with it must not be made for ever. */
    int attempt(UUID id) {
        return update("update media_files set attempts = attempts + 1 where id = :id and status = 'processing'", id);
    }

    int forgetAttempt(UUID id) {
        return update("update media_files set attempts = attempts - 1 where id = :id and status = 'processing'", id);
    }

    int ready(UUID id, String renditions) {
        return database.createNativeQuery("""
                        update media_files set status = 'ready', renditions = cast(:renditions as json)
                        where id = :id and status = 'processing'""")
                .setParameter("id", id)
                .setParameter("renditions", renditions)
                .executeUpdate();
    }

    int failed(UUID id, String failure) {
        return database.createNativeQuery("""
                        update media_files set status = 'failed', failure = :failure
                        where id = :id and status = 'processing'""")
                .setParameter("id", id)
                .setParameter("failure", failure)
                .executeUpdate();
    }

    /** Notes which files no product has any more, or has again. */
    void noteUnreferenced(Instant now) {
        database.createNativeQuery("""
                        update media_files f set unreferenced_at = case when f.unreferenced_at is null then cast(:now as timestamptz) end
                        where (f.unreferenced_at is null)
                            = (not exists (select 1 from product_media m where m.file_id = f.id))""").setParameter("now", now).executeUpdate();
    }

    /**
     * Locks files that were noted before a time. A row that anybody holds is left alone: perhaps a product is about to get it. It is a
     * lock that a foreign key's check waits for.
     */
    List<StoredFile> lockUnreferenced(Instant before, int most) {
        return rows(
                "select" + COLUMNS + """
                from media_files where unreferenced_at < :before and status <> 'deleting'
                order by unreferenced_at limit :most for update skip locked""",
                query -> query.setParameter("before", before).setParameter("most", most));
    }

    /** Marks those of locked files that really no product has: in a statement of its own, which sees what was committed before the locks. */
    void doom(List<StoredFile> locked) {
        database.createNativeQuery("""
                        update media_files f set status = 'deleting', failure = null
                        where f.id = any(:ids) and not exists (select 1 from product_media m where m.file_id = f.id)""")
                .setParameter("ids", locked.stream().map(StoredFile::id).toArray(UUID[]::new))
                .executeUpdate();
    }

    List<StoredFile> doomed(int most) {
        return rows(
                "select" + COLUMNS + "from media_files where status = 'deleting' order by id limit :most",
                query -> query.setParameter("most", most));
    }

    int delete(UUID id) {
        return update("delete from media_files where id = :id and status = 'deleting'", id);
    }

    private int update(String sql, UUID id) {
        return database.createNativeQuery(sql).setParameter("id", id).executeUpdate();
    }

    private List<StoredFile> rows(String sql, java.util.function.UnaryOperator<Query> parameters) {
        return ListSql.tuples(parameters.apply(database.createNativeQuery(sql, Tuple.class))).stream()
                .map(row -> new StoredFile(
                        row.get("id", UUID.class),
                        row.get("hash", String.class),
                        FileStatus.of(row.get("status", String.class)),
                        new Size(row.get("width", Integer.class), row.get("height", Integer.class)),
                        row.get("round", Integer.class),
                        row.get("attempts", Integer.class)))
                .toList();
    }
}
