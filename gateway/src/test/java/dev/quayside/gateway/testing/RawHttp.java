package dev.quayside.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Writes requests byte by byte, as no well-behaved client would. */
public final class RawHttp {
    private RawHttp() {}

    /** Sends a head without a body, each line as it is, and returns the whole answer. */
    public static String send(int port, String... head) {
        return sendWithBody(port, "", head);
    }

    /** Sends a head and then a body, each as it is, and reads until the other side closes, or 30 seconds of silence. */
    public static String sendWithBody(int port, String body, String... head) {
        return sendFrom("127.0.0.1", port, body, head);
    }

    /** The same from another address of this machine, such as a proxy's. */
    public static String sendFrom(String address, int port, String body, String... head) {
        String request = String.join("\r\n", head) + "\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
