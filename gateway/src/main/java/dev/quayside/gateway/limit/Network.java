package dev.quayside.gateway.limit;

import io.netty.util.NetUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An IP address or a network in CIDR form. Names are not looked up. */
public final class Network {
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private final byte[] address;

    /** How many leading bits belong to the network. */
    private final int prefix;

    private Network(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /** Reads one; anything else is an {@link IllegalArgumentException}. */
    public static Network parse(String text) {
        String[] parts = text.trim().split("/", 2);
        byte[] address = bytes(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException(text + " is not an IP address or network");
        }
        int bits = address.length * 8;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException(text + " has no such prefix");
        }
        return new Network(address, prefix);
    }

    /** Whether an address, as text, belongs to it. */
    public boolean contains(String candidate) {
        byte[] other = bytes(candidate);
        if (other == null || other.length != address.length) {
            return false;
        }
        int whole = prefix / 8;
        if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = prefix % 8;
        return rest == 0 || (address[whole] ^ other[whole]) >> (8 - rest) == 0;
    }

    /** The bytes of an address, or null for anything else. An IPv4 address in IPv6 clothes (RFC 4291, 2.5.5.2) is itself. */
    static byte @Nullable [] bytes(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text.trim());
        return bytes != null && bytes.length == 16 && isMapped(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    private static boolean isMapped(byte[] bytes) {
        return Arrays.equals(bytes, 0, 12, MAPPED, 0, 12);
    }
}
