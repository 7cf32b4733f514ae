package dev.quayside.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Ports on loopback that nobody listens on. They lie below those that systems give to outgoing connections (Linux begins at 32768,
 * others at 49152): a server that is started a moment later, or again after it was killed, finds its number free.
 */
final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int TRIES = 1_000;

    private static final RandomGenerator CHANCE = new Random();

    private FreePorts() {}

    /** One that is not among those already chosen. */
    static int except(Set<Integer> chosen) {
        for (int tries = 0; tries < TRIES; tries++) {
            int number = CHANCE.nextInt(FIRST, LAST);
            if (!chosen.contains(number) && canListen(number)) {
                return number;
            }
        }
        throw new IllegalStateException("no free port on loopback between " + FIRST + " and " + LAST);
    }

    /** Whether a server could listen there. */
    static boolean canListen(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers themselves do: connections of a predecessor that are still being closed do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
