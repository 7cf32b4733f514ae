package dev.quayside.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRedisTest {
    @Test
    void whatWasWrittenSurvivesKill(@TempDir Path folder) throws IOException {
        LocalRedis first = LocalRedis.durable(folder.resolve("with space"), 0, "secret");
        assertThat(say(first.port(), "AUTH secret", "SET kept 42")).contains("+OK");
        first.kill();

        try (LocalRedis second = LocalRedis.durable(folder.resolve("with space"), 0, "secret")) {
            assertThat(say(second.port(), "AUTH secret", "GET kept")).contains("42");
            assertThat(second.url()).isEqualTo("redis://:secret@127.0.0.1:" + second.port());
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword(@TempDir Path folder) throws IOException {
        try (LocalRedis server = LocalRedis.durable(folder.resolve("redis"), 0, "secret")) {
            assertThat(say(server.port(), "GET anything")).contains("-NOAUTH");
        }
    }

    @Test
    void oneForTestsAsksForNothing() throws IOException {
        try (LocalRedis server = LocalRedis.start(0)) {
            assertThat(say(server.port(), "SET a 1")).contains("+OK");
        }
    }

    private static String say(int port, String... commands) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String all = String.join("\r\n", commands) + "\r\nQUIT\r\n";
            socket.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
