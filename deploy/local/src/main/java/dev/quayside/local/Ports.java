package dev.quayside.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Where each part of the shop listens. */
public final class Ports {
    private static final int CONNECT_MILLIS = 300;

    private final EnumMap<Port, Integer> numbers;

    private Ports(EnumMap<Port, Integer> numbers) {
        this.numbers = numbers;
    }

    /** The usual ports. */
    public static Ports usual() {
        EnumMap<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, port.usual());
        }
        return new Ports(numbers);
    }

    /** Ports that nobody listened on a moment ago; for tests. */
    public static Ports free() {
        EnumMap<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, FreePorts.except(Set.copyOf(numbers.values())));
        }
        return new Ports(numbers);
    }

    /** One more port that nobody listened on a moment ago, for another server. */
    public static int another() {
        return FreePorts.except(Set.of());
    }

    /** These ports, with one moved. */
    public Ports with(Port port, int number) {
        if (number < 1 || number > 65535) {
            throw new ShopException(number + " is not a port for " + port.owner() + ": 1 to 65535.");
        }
        EnumMap<Port, Integer> moved = new EnumMap<>(numbers);
        moved.put(port, number);
        return new Ports(moved);
    }

    public int of(Port port) {
        Integer number = numbers.get(port);
        if (number == null) {
            throw new IllegalStateException("no number for " + port);
        }
        return number;
    }

    /** The address of what listens there over HTTP. */
    public String url(Port port) {
        return "http://127.0.0.1:" + of(port);
    }

    /** Refuses, naming the port and the setting that moves it, when two parts share a port or somebody else has one. */
    void requireFree(Iterable<Port> needed) {
        Map<Integer, Port> seen = new HashMap<>();
        for (Port port : needed) {
            Port other = seen.putIfAbsent(of(port), port);
            if (other != null) {
                throw new ShopException("Port " + of(port) + " is given to both " + other.owner() + " and "
                        + port.owner() + ". " + howToMove(port));
            }
            if (isTaken(of(port))) {
                throw new ShopException("Port " + of(port) + " for " + port.owner() + " is in use by another program. "
                        + howToMove(port));
            }
        }
    }

    private static String howToMove(Port port) {
        return "Move it with " + port.option() + " or " + port.variable() + ".";
    }

    private static boolean isTaken(int number) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyAnswers) {
            return !FreePorts.canListen(number);
        }
    }
}
