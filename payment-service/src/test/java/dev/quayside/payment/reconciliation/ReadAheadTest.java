package dev.quayside.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private final RunState begin = new RunState(
            new UUID(0, 1),
            new Window(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
            Stage.ORDERS,
            null,
            null,
            Instant.EPOCH,
            Instant.EPOCH);
    private final List<String> read = new ArrayList<>();
    private final ReadAhead pages = new ReadAhead(this::page, Runnable::run);

    @Test
    void thePageBehindIsReadBeforeItIsAskedForAndOnce() {
        assertThat(pages.page(begin).next()).isEqualTo("1");
        pages.beginBehind(begin, "1");
        assertThat(read).containsExactly("ORDERS null", "ORDERS 1");
        assertThat(pages.page(begin.at("1")).next()).isEqualTo("1");
        assertThat(read).hasSize(2);
    }

    @Test
    void aPageOfAnotherPlaceIsNotTaken() {
        pages.beginBehind(begin, "1");
        pages.page(begin.at("2"));
        assertThat(read).containsExactly("ORDERS 1", "ORDERS 2");
        pages.page(begin.at("1"));
        assertThat(read).hasSize(3);
    }

    @Test
    void whatDependsOnThePageBeforeIsNotReadEarly() {
        pages.beginBehind(begin, null);
        pages.beginBehind(
                new RunState(begin.id(), begin.window(), Stage.LOOK_AGAIN, null, null, Instant.EPOCH, Instant.EPOCH),
                "1");
        assertThat(read).isEmpty();
    }

    @Test
    void aFaultIsThrownWhereThePageIsAskedFor() {
        ReadAhead failing = new ReadAhead(
                run -> {
                    throw new IllegalStateException("away");
                },
                Runnable::run);
        failing.beginBehind(begin, "1");
        assertThatThrownBy(() -> failing.page(begin.at("1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");
    }

    private Taken page(RunState run) {
        read.add(run.stage() + " " + run.place());
        return Taken.rows(List.of(), 0, "1");
    }
}
