package dev.quayside.stripe.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are still to come, in the order in which they were asked for; the first that fits a call hits it. */
public final class Faults {
    private static final int MOST = 1_000;

    private final List<Fault> waiting = new ArrayList<>();
    private long injected;

    /** Adds one; a body that asks for something that there is not is an IllegalArgumentException. */
    public synchronized void add(ObjectNode body) {
        if (waiting.size() == MOST) {
            throw new IllegalArgumentException("too many faults are waiting");
        }
        waiting.add(Fault.of(body));
    }

    /** The fault that hits this call, used up by one. */
    public synchronized Optional<Fault> take(String method, String path) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.hits(method, path)) {
                use(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void use(int index, Fault fault) {
        injected++;
        if (fault.times() <= 1) {
            waiting.remove(index);
        } else if (fault.times() != Integer.MAX_VALUE) {
            waiting.set(index, fault.left(fault.times() - 1));
        }
    }

    public synchronized void clear() {
        waiting.clear();
    }

    public synchronized long injected() {
        return injected;
    }

    public synchronized ArrayNode json() {
        ArrayNode all = Json.array();
        waiting.forEach(fault -> all.add(fault.json()));
        return all;
    }
}
