package dev.quayside.local.up;

import dev.quayside.local.Port;
import dev.quayside.local.Ports;
import dev.quayside.local.ShopException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the caller asked for. An option overrules the environment variable of the same meaning.
 *
 * @param data where the shop keeps everything
 * @param reset whether what is there goes first
 */
record Arguments(Path data, boolean reset, Ports ports) {

    /** Wrong use: nothing was started. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message + " See: deploy/up --help");
        }
    }

    /** Reads options and environment; {@code --name value} and {@code --name=value} are the same. */
    static Arguments of(List<String> words, Map<String, String> environment, Path repository) {
        String fromEnvironment = environment.getOrDefault("QUAYSIDE_DATA", "");
        Path data = fromEnvironment.isEmpty() ? repository.resolve(".quayside") : Path.of(fromEnvironment);
        boolean reset = false;
        Ports ports = fromEnvironment(environment);
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            String word = left.pop();
            String name = word.split("=", 2)[0];
            if (word.equals("--reset")) {
                reset = true;
            } else if (name.equals("--data")) {
                data = Path.of(value(word, left));
            } else {
                ports = moved(ports, portOf(name), name, value(word, left));
            }
        }
        return new Arguments(data.toAbsolutePath().normalize(), reset, ports);
    }

    private static Ports fromEnvironment(Map<String, String> environment) {
        Ports ports = Ports.usual();
        for (Port port : Port.values()) {
            String number = environment.getOrDefault(port.variable(), "");
            if (!number.isEmpty()) {
                ports = moved(ports, port, port.variable(), number);
            }
        }
        return ports;
    }

    private static Ports moved(Ports ports, Port port, String setting, String number) {
        try {
            return ports.with(port, Integer.parseInt(number));
        } catch (NumberFormatException | ShopException e) {
            throw new Wrong(setting + " must be a port from 1 to 65535, not \"" + number + "\".");
        }
    }

    private static Port portOf(String option) {
        Optional<Port> port = Arrays.stream(Port.values())
                .filter(each -> each.option().equals(option))
                .findFirst();
        return port.orElseThrow(() -> new Wrong("Unknown option " + option + "."));
    }

    private static String value(String word, Deque<String> left) {
        int equals = word.indexOf('=');
        if (equals >= 0) {
            return word.substring(equals + 1);
        }
        if (left.isEmpty()) {
            throw new Wrong("Option " + word + " needs a value.");
        }
        return left.pop();
    }
}
