package dev.quayside.catalog.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** The files of imports, in pieces of a mebibyte, each written and read in a transaction of its own: every instance finds them. */
@ApplicationScoped
class ImportFiles {
    private static final int PIECE = 1 << 20;

    private final EntityManager database;

    ImportFiles(EntityManager database) {
        this.database = database;
    }

    /** Keeps a file and returns its size. */
    long write(UUID id, InputStream file) throws IOException {
        long size = 0;
        byte[] piece = file.readNBytes(PIECE);
        for (int position = 0; piece.length > 0; position++) {
            write(id, position, piece);
            size += piece.length;
            piece = file.readNBytes(PIECE);
        }
        return size;
    }

    /** The file from its start. */
    Pieces read(UUID id) {
        return new Pieces(id);
    }

    /** Forgets a file, in the caller's transaction. */
    void delete(UUID id) {
        database.createNativeQuery("delete from import_chunks where import_id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private void write(UUID id, int position, byte[] bytes) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into import_chunks (import_id, position, bytes) values (:id, :position, :bytes)")
                        .setParameter("id", id)
                        .setParameter("position", position)
                        .setParameter("bytes", bytes)
                        .executeUpdate());
    }

    private byte[] read(UUID id, int position) {
        List<?> found = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select bytes from import_chunks where import_id = :id and position = :position")
                        .setParameter("id", id)
                        .setParameter("position", position)
                        .getResultList());
        return found.isEmpty() ? new byte[0] : (byte[]) found.get(0);
    }

    /** A file, read piece by piece. */
    final class Pieces extends InputStream {
        private final UUID id;
        private byte[] piece = new byte[0];
        private int next;
        private int at;
        private long before;

        private Pieces(UUID id) {
            this.id = id;
        }

        /** How many bytes were read. */
        long position() {
            return before + at;
        }

        @Override
        public int read() {
            return hasMore() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean hasMore() {
            if (at == piece.length) {
                before += at;
                at = 0;
                piece = ImportFiles.this.read(id, next++);
            }
            return piece.length > 0;
        }
    }
}
