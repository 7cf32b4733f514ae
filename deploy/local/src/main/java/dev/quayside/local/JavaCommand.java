package dev.quayside.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of a service: the launcher's own Java, set to start fast and stay small. */
final class JavaCommand {
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            // Stripe's signature check prints numbers in the default locale's digits.
            "-Duser.language=en");

    private JavaCommand() {}

    /**
     * The words of the command.
     *
     * @param environment its QUAYSIDE_JAVA_OPTIONS come last and so overrule
     */
    static List<String> of(Service service, Path jar, Map<String, String> environment) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // An image of 25 million pixels is decoded in half of the catalog's heap.
        words.add(service == Service.CATALOG ? "-Xmx400m" : "-Xmx256m");
        words.addAll(OPTIONS);
        if (service == Service.PAYMENT) {
            // The JDK would send a POST to Stripe again on its own when the connection breaks; only the service may
            // decide that.
            words.add("-Dsun.net.http.retryPost=false");
        }
        String more = environment.getOrDefault("QUAYSIDE_JAVA_OPTIONS", "").trim();
        if (!more.isEmpty()) {
            words.addAll(List.of(more.split("\\s+", -1)));
        }
        words.add("-jar");
        words.add(jar.toString());
        return words;
    }
}
