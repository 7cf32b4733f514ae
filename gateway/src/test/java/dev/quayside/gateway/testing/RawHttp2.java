package dev.quayside.gateway.testing;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A connection that writes HTTP/2 frames byte by byte (RFC 9113), as no well-behaved client would. */
public final class RawHttp2 implements AutoCloseable {
    public static final int DATA = 0;
    public static final int HEADERS = 1;
    public static final int RST_STREAM = 3;
    public static final int SETTINGS = 4;
    public static final int GOAWAY = 7;
    public static final int CONTINUATION = 9;
    public static final int END_STREAM = 1;
    public static final int END_HEADERS = 4;

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_BYTES = 5;

    private final SSLSocket socket;
    private final DataOutputStream out;
    private final DataInputStream in;
    /** Remembers fields from one head to the next, as the other side does. */
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);

    /** A header field as it is written. */
    public record Field(String name, String value) {}

    /** A frame as it came, with the status that it says, if it does. */
    public record Frame(int type, int flags, int stream, ByteBuffer payload, String status) {}

    private RawHttp2(SSLSocket socket) throws IOException {
        this.socket = socket;
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(30_000);
        out = new DataOutputStream(socket.getOutputStream());
        in = new DataInputStream(socket.getInputStream());
    }

    /** Connects and says nothing but the preface. */
    public static RawHttp2 open(int port) {
        try {
            RawHttp2 opened = new RawHttp2(
                    (SSLSocket) TrustAll.context().getSocketFactory().createSocket("127.0.0.1", port));
            opened.out.write(PREFACE);
            opened.frame(SETTINGS, 0, 0, new byte[0]);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends one request and waits for its end.
     *
     * @return the status, or {@code reset} or {@code closed} when there was no answer
     */
    public static String send(int port, List<Field> head, String body) {
        try (RawHttp2 connection = open(port)) {
            connection.frame(HEADERS, END_HEADERS | (body.isEmpty() ? END_STREAM : 0), 1, encode(head));
            if (!body.isEmpty()) {
                connection.frame(DATA, END_STREAM, 1, body.getBytes(StandardCharsets.ISO_8859_1));
            }
            return connection.outcome(1);
        } catch (SocketException closed) {
            return "closed";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        DataOutputStream written = new DataOutputStream(frame);
        written.writeByte(payload.length >> 16);
        written.writeShort(payload.length);
        written.writeByte(type);
        written.writeByte(flags);
        written.writeInt(stream);
        written.write(payload);
        out.write(frame.toByteArray());
        out.flush();
    }

    /** The next frame, or nothing when the other side has closed. */
    public Optional<Frame> next() throws IOException {
        try {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            ByteBuffer payload = ByteBuffer.wrap(in.readNBytes(length));
            return Optional.of(new Frame(type, flags, stream, payload, type == HEADERS ? status(flags, payload) : ""));
        } catch (EOFException | SocketException end) {
            return Optional.empty();
        }
    }

    /** How a stream ends: the status of its answer, or {@code reset} or {@code closed}. */
    public String outcome(int stream) throws IOException {
        String status = "";
        for (Optional<Frame> next = next(); next.isPresent(); next = next()) {
            Frame frame = next.get();
            boolean ours = frame.stream() == stream;
            if (frame.type() == GOAWAY || (frame.type() == RST_STREAM && ours)) {
                return status.isEmpty() ? "reset" : status;
            }
            if (frame.type() == HEADERS && ours && status.isEmpty()) {
                status = frame.status();
            }
            if ((frame.type() == HEADERS || frame.type() == DATA) && ours && (frame.flags() & END_STREAM) != 0) {
                return status;
            }
        }
        return status.isEmpty() ? "closed" : status;
    }

    /** Literal fields without indexing and without Huffman coding (RFC 7541, 6.2.2). */
    public static byte[] encode(List<Field> head) {
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

    private String status(int flags, ByteBuffer payload) throws IOException {
        ByteBuffer block = payload.duplicate().position((flags & PRIORITY) == 0 ? 0 : PRIORITY_BYTES);
        try {
            return String.valueOf(
                    decoder.decodeHeaders(1, Unpooled.wrappedBuffer(block)).status());
        } catch (Http2Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
