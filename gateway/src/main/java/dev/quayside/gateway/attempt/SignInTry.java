package dev.quayside.gateway.attempt;

import dev.quayside.gateway.limit.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who tries to sign in, and from where.
 *
 * @param account the account that is named, hashed: Redis holds no mail addresses of customers
 * @param address where the try comes from, as it is counted
 * @param places that may be known for the account, hashed
 */
public record SignInTry(String account, String address, List<String> places) {

    /**
     * A try.
     *
     * @param realm keeps customers' and staff's accounts of one mail address apart
     * @param email normalised, or as sent when it is none
     * @param device what the cookie of a known browser holds, if one came
     */
    public static SignInTry of(String realm, String email, String address, @Nullable String device) {
        String account = Sha256.of(realm + "\n" + email);
        List<String> places = new ArrayList<>();
        if (device != null) {
            places.add(KnownPlaces.hash(account, "device " + device));
        }
        places.add(KnownPlaces.hash(account, "address " + address));
        return new SignInTry(account, address, List.copyOf(places));
    }

    /** The first place from which the account was signed in to before. */
    Optional<String> knownTo(KnownPlaces known) {
        return knownPlaces(known).first();
    }

    KnownPlaces.Known knownPlaces(KnownPlaces known) {
        return known.look(account, places);
    }
}
