package dev.quayside.catalog.cache;

import dev.quayside.catalog.cache.SharedAnswers.Stored;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An answer as bytes: what it has seen, its tag, its keys, its body. */
final class Wire {
    private Wire() {}

    static byte[] write(Stored answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(answer.below());
            out.writeUTF(answer.made().tag());
            out.writeShort(answer.made().keys().size());
            for (String key : answer.made().keys()) {
                out.writeUTF(key);
            }
            out.write(answer.made().body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Empty for bytes that are no answer. */
    static Optional<Stored> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long below = in.readLong();
            String tag = in.readUTF();
            Set<String> keys = new HashSet<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                keys.add(in.readUTF());
            }
            return Optional.of(new Stored(new Made(in.readAllBytes(), tag, Set.copyOf(keys)), below));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }
}
