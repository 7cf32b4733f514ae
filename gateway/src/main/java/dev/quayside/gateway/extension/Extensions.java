package dev.quayside.gateway.extension;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The services of an operator's own, in the order of the configuration; none unless said. */
@Singleton
public class Extensions {
    /** Each is looked for in every path that is none of the shop's own. */
    private static final int MOST = 32;

    private final List<Extension> all;

    @Inject
    Extensions(Config config, @ConfigProperty(name = "quayside.extensions.names") Optional<List<String>> names) {
        this(read(config, names.orElse(List.of())));
    }

    public Extensions(List<Extension> all) {
        this.all = List.copyOf(all);
    }

    public List<Extension> all() {
        return all;
    }

    private static List<Extension> read(Config config, List<String> names) {
        List<Extension> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            Extension next = Extension.read(name.strip(), config);
            if (!seen.add(next.name()) || seen.size() > MOST) {
                throw new IllegalStateException("QUAYSIDE_EXTENSIONS: " + next.name()
                        + " is named twice, or there are more than " + MOST + " names");
            }
            found.add(next);
        }
        return found;
    }
}
