package dev.quayside.local;

import dev.quayside.local.process.Child;
import dev.quayside.local.process.LogFile;
import dev.quayside.local.process.RunFiles;
import dev.quayside.local.secret.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import redis.embedded.RedisExecProvider;

/** A Redis whose data, binary, settings and log are in the shop's directory. */
record DurableRedis(Path data, int port, String password) {
    private static final String NAME = "redis";
    static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(20);
    private static final int ANSWER_MILLIS = 1_000;

    Child start(Consumer<Child> onDeath) {
        PrivateFiles.folder(data);
        Path settings = data.resolveSibling("redis.conf");
        Path logs = data.resolveSibling("logs");
        PrivateFiles.folder(logs);
        // In a file and not on the command line, which every user of the machine can read.
        PrivateFiles.write(settings, settings());
        List<String> words = List.of(binary().toString(), settings.toString());
        RunFiles runFiles = new RunFiles(data.resolveSibling("run"));
        // Two servers on one file would be the end of it.
        runFiles.endLeftover(NAME, STOPS_WITHIN);
        Child.Command command =
                new Child.Command(NAME, words, Map.of(), data, new LogFile(logs.resolve(NAME + ".log")));
        Child child = Child.start(command, runFiles, onDeath);
        awaitAnswer(child);
        return child;
    }

    private String settings() {
        return """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                save ""
                appendonly yes
                appendfsync everysec
                maxmemory 256mb
                maxmemory-policy volatile-ttl
                """.formatted(port, password, data);
    }

    private Path binary() {
        Path folder = Binaries.beside(data);
        Path binary = folder.resolve("redis-server-" + RedisExecProvider.redisVersion);
        try {
            if (!Files.exists(binary)) {
                // Two moves, so that a copy that was cut short is never taken for the whole binary.
                Path unpacked = RedisExecProvider.defaultProvider().get().toPath();
                Path draft = Files.copy(
                        unpacked,
                        folder.resolve("redis-server.new"),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
                Files.move(draft, binary, StandardCopyOption.ATOMIC_MOVE);
            }
            return binary;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack Redis", e);
        }
    }

    private void awaitAnswer(Child child) {
        long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!answers()) {
            if (!child.isAlive() || System.nanoTime() > deadline) {
                child.kill();
                throw new ShopException("Redis does not start:\n  "
                        + String.join("\n  ", child.log().lastLines(5)) + "\n  The whole log: "
                        + child.log().path());
            }
            pause();
        }
    }

    /** Whether it has its data in memory and takes commands. */
    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            String commands = "AUTH " + password + "\r\nPING\r\nQUIT\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.US_ASCII).contains("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopException("Interrupted while Redis was starting.", e);
        }
    }

    /** Never the password: this may reach a log. */
    @Override
    public String toString() {
        return "DurableRedis[port=" + port + "]";
    }
}
