package dev.quayside.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Against an S3 server of its own, in a process of its own. */
class S3StoreIT extends StoreContract {
    private static final Path SERVER = Path.of("target", "s3-server", "s3proxy.jar");
    private static final String BUCKET = "images";

    private static @Nullable Process server;
    private static ObjectStore store = new DiskStore(Path.of("unused"));
    private static int port;

    /** Settings of the server under test, or of none. */
    record Settings(Optional<URI> endpoint, Optional<String> secretKey) implements S3Settings {
        @Override
        public Optional<String> bucket() {
            return Optional.of(BUCKET);
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of("shop");
        }

        @Override
        public boolean pathStyle() {
            return true;
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        port = freePort();
        Properties settings = new Properties();
        settings.putAll(java.util.Map.of(
                "s3proxy.endpoint", "http://127.0.0.1:" + port,
                "s3proxy.authorization", "aws-v2-or-v4",
                "s3proxy.identity", "shop",
                "s3proxy.credential", "secret",
                "jclouds.provider", "filesystem-nio2",
                "jclouds.filesystem.basedir", folder.toString()));
        Path file = folder.resolve("s3proxy.conf");
        try (java.io.Writer to = Files.newBufferedWriter(file)) {
            settings.store(to, null);
        }
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        SERVER.toString(),
                        "--properties",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        S3Client client = ObjectStores.client(settings("secret"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(SdkException.class)
                .until(() -> client.createBucket(bucket -> bucket.bucket(BUCKET)) != null);
        store = new S3Store(client, BUCKET);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Test
    void storeThatRefusesOrIsAwayIsA503() throws IOException {
        ObjectStore refusing = new S3Store(ObjectStores.client(settings("wrong")), BUCKET);
        ObjectStore away = new S3Store(
                ObjectStores.client(
                        new Settings(Optional.of(URI.create("http://127.0.0.1:" + freePort())), Optional.of("x"))),
                BUCKET);
        for (ObjectStore failing : List.of(refusing, away)) {
            assertUnavailable(() -> failing.open("ab/x/source"));
            assertUnavailable(() -> failing.put("ab/x/source", new byte[1], "image/png"));
            assertUnavailable(() -> failing.delete(List.of("ab/x/source")));
        }
    }

    @Test
    void keyWithoutItsSecretIsNoSetting() {
        assertThatThrownBy(() -> ObjectStores.client(new Settings(Optional.empty(), Optional.empty())))
                .hasMessageContaining("QUAYSIDE_MEDIA_S3_ACCESS_KEY");
    }

    private static void assertUnavailable(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        fault -> assertThat(fault.code()).isEqualTo(CommonProblem.UPSTREAM_UNAVAILABLE));
    }

    private static Settings settings(String secret) {
        return new Settings(Optional.of(URI.create("http://127.0.0.1:" + port)), Optional.of(secret));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
