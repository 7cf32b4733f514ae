package dev.quayside.payment.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.runtime.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdOrderTest {
    @Test
    void idsSortAsTheirTextDoes() {
        List<UUID> ids = Stream.of(
                        "ffffffff-0000-0000-0000-000000000000",
                        "00000000-0000-0000-ffff-000000000000",
                        "7fffffff-0000-0000-0000-000000000000",
                        "00000000-0000-0000-0000-000000000001",
                        "80000000-0000-0000-0000-000000000000")
                .map(UUID::fromString)
                .toList();
        assertThat(ids.stream().sorted(IdOrder::compare).map(UUID::toString)).isSorted();
    }

    @Test
    void nothingStandsBetweenAnIdAndTheOneBefore() {
        UUID borrowed = IdOrder.before(new UUID(5, 0));
        assertThat(borrowed).isEqualTo(new UUID(4, -1));
        assertThat(IdOrder.before(new UUID(5, 7))).isEqualTo(new UUID(5, 6));
        assertThat(IdOrder.compare(borrowed, new UUID(5, 0))).isNegative();
    }

    @Test
    void anIdStandsBehindItsOwnMomentAndBeforeTheNext() {
        UUID id = Ids.next();
        Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        assertThat(IdOrder.compare(IdOrder.at(made), id)).isNegative();
        assertThat(IdOrder.compare(id, IdOrder.at(made.plusMillis(1)))).isNegative();
    }
}
