package dev.quayside.gateway.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a sign-in has to write about the places that it comes from. */
@GatewayTest
class KnownPlacesIT {
    private final String account = UUID.randomUUID().toString().replace("-", "");
    private final String device = KnownPlaces.hash(account, "device");
    private final String address = KnownPlaces.hash(account, "address");
    private final String elsewhere = KnownPlaces.hash(account, "elsewhere");

    @Inject
    KnownPlaces places;

    @Inject
    DataSource database;

    @Test
    void aPlaceIsNotedOnceADayAndKnownAllTheTime() {
        assertThat(places.look(account, List.of(device, address)).first()).isEmpty();
        remember(List.of(device, address));
        age(device, "2 days");
        KnownPlaces.Known later = places.look(account, List.of(device, address, elsewhere));
        assertThat(later.first()).contains(device);
        assertThat(later.toNote()).containsExactly(device, elsewhere);
        remember(later.toNote());
        assertThat(places.look(account, List.of(device, address, elsewhere)).toNote())
                .isEmpty();
    }

    @Test
    void aPlaceThatNobodyCameFromForLongIsNewAgain() {
        remember(List.of(device, address));
        age(device, "91 days");
        KnownPlaces.Known later = places.look(account, List.of(device, address));
        assertThat(later.first()).contains(address);
        assertThat(later.toNote()).containsExactly(device);
    }

    private void remember(List<String> noted) {
        noted.forEach(place -> places.remember(account, place));
    }

    private void age(String place, String by) {
        Database.update(
                database,
                "update known_places set seen_at = seen_at - interval '" + by + "' where account = ? and place = ?",
                account,
                place);
    }
}
