package dev.quayside.catalog.stock;

import dev.quayside.catalog.location.Locations;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a sku whose rows are locked.
 *
 * @param policy whether it is sold ahead of its stock
 * @param locations all that the sku has a row at, in the order in which orders take from them
 */
public record LockedStock(StockLevel level, StockPolicy policy, List<LocationLevel> locations) {
    /** Units that can be promised now: what is on hand, and what may be sold ahead of it. */
    public long sellable() {
        return Math.max(0, level.available() + policy.limit());
    }

    /** Units at a location that are not promised from there. */
    public long freeAt(String location) {
        return at(location).available();
    }

    LockedStock with(StockPolicy other) {
        return new LockedStock(level, other, locations);
    }

    /** The sku when a change has been made to it. */
    LockedStock after(StockChange change) {
        List<LocationLevel> others = new ArrayList<>(locations);
        LocationLevel there = at(change.location());
        LocationLevel then = new LocationLevel(
                there.location(), there.onHand() + change.onHand(), there.reserved() + change.reserved());
        int place = others.indexOf(there);
        if (place < 0) {
            others.add(then);
        } else {
            others.set(place, then);
        }
        return new LockedStock(
                new StockLevel(level.sku(), level.onHand() + change.onHand(), level.reserved() + change.reserved()),
                policy,
                List.copyOf(others));
    }

    LocationLevel at(String location) {
        return locations.stream()
                .filter(level -> level.location().equals(location))
                .findFirst()
                .orElse(new LocationLevel(location, 0, 0));
    }

    /** Of so many units on hand, those that are at main when the others are where they are; below 0 what is owed. Null is as many as now. */
    long mainOf(@Nullable Long units) {
        long main = at(Locations.MAIN).onHand();
        long elsewhere = level.onHand() - main;
        return units == null ? main : Math.max(0, units - elsewhere) + Math.min(0, main);
    }

    boolean isAt(String location) {
        return locations.stream().anyMatch(level -> level.location().equals(location));
    }

    /**
     * Where sellable units are taken from: the first location that has all of them, or else as many as each has in turn. What is sold
     * ahead is taken from main.
     */
    Allocation allocate(long wanted) {
        for (LocationLevel at : locations) {
            if (at.available() >= wanted) {
                return Allocation.at(at.location(), wanted);
            }
        }
        SortedMap<String, Long> units = new TreeMap<>();
        long left = wanted;
        for (LocationLevel at : locations) {
            long here = Math.min(Math.max(0, at.available()), left);
            left -= here;
            if (here > 0) {
                units.put(at.location(), here);
            }
        }
        if (left > 0) {
            units.merge(Locations.MAIN, left, Long::sum);
        }
        return new Allocation(units);
    }
}
