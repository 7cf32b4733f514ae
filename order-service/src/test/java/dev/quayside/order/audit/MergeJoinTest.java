package dev.quayside.order.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeJoinTest {

    @Test
    void eachIdIsVisitedOnceWithWhatEachSideHas() {
        Random random = new Random(7);
        Set<UUID> ones = ids(random, 1_700);
        Set<UUID> others = ids(random, 1_300);
        others.addAll(ones.stream().limit(600).toList());
        List<UUID> visited = new ArrayList<>();
        new MergeJoin<>(pages(ones), Function.identity(), pages(others), Function.identity())
                .visit((id, one, other) -> {
                    visited.add(id);
                    assertThat(one != null).isEqualTo(ones.contains(id));
                    assertThat(other != null).isEqualTo(others.contains(id));
                });
        Set<UUID> all = new TreeSet<>(MergeJoin::compare);
        all.addAll(ones);
        all.addAll(others);
        assertThat(visited).containsExactlyElementsOf(all);
    }

    @Test
    void idsAreComparedUnsignedAsPostgresqlDoes() {
        UUID low = UUID.fromString("00000000-0000-0000-0000-000000000001");
        UUID high = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
        assertThat(MergeJoin.compare(low, high)).isNegative();
        assertThat(MergeJoin.compare(high, null)).isNegative();
        assertThat(MergeJoin.compare(null, low)).isPositive();
    }

    private static Pages<UUID> pages(Set<UUID> ids) {
        return new Pages<>((after, limit) -> after(ids, after, limit), Function.identity());
    }

    private static List<UUID> after(Set<UUID> ids, @Nullable UUID after, int limit) {
        return ids.stream()
                .filter(id -> after == null || MergeJoin.compare(id, after) > 0)
                .limit(limit)
                .toList();
    }

    private static Set<UUID> ids(Random random, int n) {
        Set<UUID> ids = new TreeSet<>(MergeJoin::compare);
        while (ids.size() < n) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return ids;
    }
}
