package dev.quayside.local;

import dev.quayside.local.secret.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One launcher a directory. The system lets go of it when the holder ends, however it ends. */
final class ShopLock implements AutoCloseable {
    private final Path data;
    private final FileChannel channel;

    private ShopLock(Path data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
    }

    /**
     * Takes the directory, making it if need be.
     *
     * @throws ShopException when another launcher has it; names its process
     */
    static ShopLock on(Path data) {
        PrivateFiles.folder(data);
        // The number of the holder is in a file of its own: some systems do not let others read a locked one.
        Path holder = holder(data);
        try {
            FileChannel channel =
                    FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new ShopException(alreadyRunning(data, holder));
            }
            PrivateFiles.write(holder, ProcessHandle.current().pid() + "\n");
            return new ShopLock(data, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + data, e);
        }
    }

    private static Path holder(Path data) {
        return data.resolve("launcher.pid");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String alreadyRunning(Path data, Path holder) throws IOException {
        String pid = Files.exists(holder) ? Files.readString(holder).trim() : "unknown";
        return "A shop is already running on " + data + " (process " + pid
                + "). Stop it with Ctrl-C where it runs, or with: kill " + pid;
    }

    /** The directory that is held. */
    Path data() {
        return data;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holder(data));
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unlock", e);
        }
    }
}
