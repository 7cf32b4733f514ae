package dev.quayside.catalog.location;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which locations take part in stock, for those who bring units there. */
@ApplicationScoped
public class Locations {
    /** The location of all stock that nobody says otherwise about. */
    public static final String MAIN = "main";

    public static final int CODE_LENGTH = 40;

    private final EntityManager database;

    Locations(EntityManager database) {
        this.database = database;
    }

    /**
     * Keeps locations from being closed until the transaction ends; to be called before stock is locked. 422 {@code unknown_location}
     * for the field, 409 {@code location_inactive}.
     */
    @Transactional(TxType.MANDATORY)
    public void require(String field, Collection<String> codes) {
        Map<String, Boolean> known = known(codes);
        codes.forEach(code -> refusal(field, code, known).ifPresent(refused -> {
            throw refused;
        }));
    }

    /** Why no units can be brought to a location, of those that are {@link #known}; empty if they can. */
    public static Optional<ProblemException> refusal(String field, String code, Map<String, Boolean> known) {
        Boolean active = known.get(code);
        if (active == null) {
            return Optional.of(
                    ProblemException.invalidField(field, "unknown_location", "is not the code of a location"));
        }
        return active
                ? Optional.empty()
                : Optional.of(
                        new ProblemException(CatalogProblem.LOCATION_INACTIVE, "no units can be brought to " + code));
    }

    /**
     * Those of the locations that there are, and whether each is active, kept so until the transaction ends; to be called before stock is
     * locked. Main is always there, and nobody waits for it.
     */
    @Transactional(TxType.MANDATORY)
    public Map<String, Boolean> known(Collection<String> codes) {
        Map<String, Boolean> known = new HashMap<>(Map.of(MAIN, true));
        String[] others = codes.stream().filter(code -> !code.equals(MAIN)).toArray(String[]::new);
        if (others.length > 0) {
            Query query = database.createNativeQuery(
                    "select code, active from stock_locations where code = any(:codes) order by code for share",
                    Tuple.class);
            ListSql.tuples(query.setParameter("codes", others))
                    .forEach(row -> known.put(row.get("code", String.class), row.get("active", Boolean.class)));
        }
        return known;
    }
}
