package dev.quayside.gateway.testing;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Writes HTTP/2 frames byte by byte (RFC 9113), with header fields as no well-behaved client would send them. */
public final class RawHttp2 {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_BYTES = 5;

    private RawHttp2() {}

    /** A header field as it is written. */
    public record Field(String name, String value) {}

    /**
     * Sends one request and waits for its end.
     *
     * @return the status, or {@code reset} or {@code closed} when there was no answer
     */
    public static String send(int port, List<Field> head, String body) {
        try (SSLSocket socket =
                (SSLSocket) TrustAll.context().getSocketFactory().createSocket("127.0.0.1", port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(PREFACE);
            frame(out, SETTINGS, 0, 0, new byte[0]);
            frame(out, HEADERS, END_HEADERS | (body.isEmpty() ? END_STREAM : 0), 1, encode(head));
            if (!body.isEmpty()) {
                frame(out, DATA, END_STREAM, 1, body.getBytes(StandardCharsets.ISO_8859_1));
            }
            out.flush();
            return outcome(new DataInputStream(socket.getInputStream()));
        } catch (SocketException closed) {
            return "closed";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void frame(OutputStream out, int type, int flags, int stream, byte[] payload) throws IOException {
        out.write(new byte[] {
            (byte) (payload.length >> 16),
            (byte) (payload.length >> 8),
            (byte) payload.length,
            (byte) type,
            (byte) flags,
            0,
            0,
            0,
            (byte) stream
        });
        out.write(payload);
    }

    /** Literal fields without indexing and without Huffman coding (RFC 7541, 6.2.2). */
    private static byte[] encode(List<Field> head) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (Field field : head) {
            block.write(0);
            string(block, field.name());
            string(block, field.value());
        }
        return block.toByteArray();
    }

    private static void string(ByteArrayOutputStream block, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > 126) {
            throw new IllegalArgumentException("a short string is enough for tests");
        }
        block.write(bytes.length);
        block.writeBytes(bytes);
    }

    private static String outcome(DataInputStream in) throws IOException {
        String status = "";
        try {
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                byte[] payload = in.readNBytes(length);
                if (type == GOAWAY || (type == RST_STREAM && stream == 1)) {
                    return status.isEmpty() ? "reset" : status;
                }
                if (type == HEADERS && stream == 1 && status.isEmpty()) {
                    status = status(payload, (flags & PRIORITY) == 0 ? 0 : PRIORITY_BYTES);
                }
                if ((type == HEADERS || type == DATA) && stream == 1 && (flags & END_STREAM) != 0) {
                    return status;
                }
            }
        } catch (EOFException end) {
            return status.isEmpty() ? "closed" : status;
        }
    }

    private static String status(byte[] payload, int start) throws IOException {
        try {
            return String.valueOf(new DefaultHttp2HeadersDecoder(false)
                    .decodeHeaders(1, Unpooled.wrappedBuffer(payload, start, payload.length - start))
                    .status());
        } catch (Http2Exception e) {
            throw new IOException(e);
        }
    }
}
