package dev.quayside.catalog.store;

import dev.quayside.kit.runtime.Ids;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder. A file is written beside the others, forced to the disk and then renamed, so that a crash at any moment leaves all of it or
 * nothing. Several instances share it when it is on a file system that they share.
 */
final class DiskStore implements ObjectStore {
    private static final String KEY = "[a-z0-9-]+(/[a-z0-9-]+(\\.[a-z0-9]+)?)+";

    private final Path folder;
    private final Path unfinished;

    DiskStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.unfinished = this.folder.resolve("unfinished");
    }

    @Override
    public void put(String key, byte[] content, String mediaType) {
        store(key, to -> Files.write(to, content, StandardOpenOption.CREATE_NEW));
    }

    @Override
    public void put(String key, Path file, String mediaType) {
        if (!Files.exists(path(key))) {
            store(key, to -> Files.copy(file, to));
        }
    }

    @Override
    public Optional<StoredObject> open(String key) {
        try {
            FileChannel file = FileChannel.open(path(key), StandardOpenOption.READ);
            return Optional.of(new StoredObject(java.nio.channels.Channels.newInputStream(file), file.size()));
        } catch (NoSuchFileException unknown) {
            return Optional.empty();
        } catch (IOException fault) {
            throw StoreFault.of(fault);
        }
    }

    @Override
    public void delete(Collection<String> keys) {
        try {
            for (String key : keys) {
                Files.deleteIfExists(path(key));
            }
            for (String key : keys) {
                deleteIfEmpty(folderOf(path(key)));
            }
        } catch (IOException fault) {
            throw StoreFault.of(fault);
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException inUse) {
            // Others are in it.
        }
    }

    @Override
    public void deleteUnfinished(Instant before) {
        if (!Files.isDirectory(unfinished)) {
            return;
        }
        try (Stream<Path> files = Files.list(unfinished)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException finished) {
            // It was renamed meanwhile, as it should be.
        } catch (IOException fault) {
            throw StoreFault.of(fault);
        }
    }

    /** Writes to a path where nothing is. */
    @FunctionalInterface
    private interface Writing {
        void to(Path path) throws IOException;
    }

    private void store(String key, Writing writing) {
        Path path = path(key);
        Path part = unfinished.resolve(Ids.next().toString());
        try {
            Files.createDirectories(unfinished);
            writing.to(part);
            force(part);
            Files.createDirectories(folderOf(path));
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            force(folderOf(path));
        } catch (IOException fault) {
            throw StoreFault.of(fault);
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            file.force(true);
        }
    }

    private Path path(String key) {
        if (!key.matches(KEY)) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return folder.resolve(key);
    }

    private Path folderOf(Path path) {
        Path parent = path.getParent();
        return parent == null ? folder : parent;
    }
}
