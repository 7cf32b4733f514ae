package dev.quayside.catalog.stock;

import dev.quayside.catalog.location.Locations;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which locations the units of one line are taken from.
 *
 * @param units by location, none of them 0
 */
public record Allocation(SortedMap<String, Long> units) {
    /** All units at one location. */
    static Allocation at(String location, long units) {
        return new Allocation(new TreeMap<>(Map.of(location, units)));
    }

    /** All units where everything is that nobody says otherwise about. */
    public static Allocation atMain(long units) {
        return at(Locations.MAIN, units);
    }

    public boolean isAtMain() {
        return units.size() == 1 && units.containsKey(Locations.MAIN);
    }

    public long total() {
        return units.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The units that follow the first ones, in the order of the locations: so that each comes back to where it was, once. */
    public Allocation part(long skipped, long wanted) {
        SortedMap<String, Long> part = new TreeMap<>();
        long skip = skipped;
        long left = wanted;
        for (Map.Entry<String, Long> at : units.entrySet()) {
            long here = Math.min(Math.max(0, at.getValue() - skip), left);
            skip = Math.max(0, skip - at.getValue());
            left -= here;
            if (here > 0) {
                part.put(at.getKey(), here);
            }
        }
        return new Allocation(part);
    }
}
