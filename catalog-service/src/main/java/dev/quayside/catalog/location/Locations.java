package dev.quayside.catalog.location;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
     * for the field, 409 {@code location_inactive}. Main is always there.
     */
    @Transactional(TxType.MANDATORY)
    public void require(String field, Collection<String> codes) {
        Map<String, Boolean> known = share(codes);
        for (String code : codes) {
            if (code.equals(MAIN)) {
                continue;
            }
            Boolean active = known.get(code);
            if (active == null) {
                throw ProblemException.invalidField(field, "unknown_location", "is not the code of a location");
            }
            if (!active) {
                throw new ProblemException(CatalogProblem.LOCATION_INACTIVE, "no units can be brought to " + code);
            }
        }
    }

    /** Those of the locations that are active still, kept so until the transaction ends; to be called before stock is locked. */
    @Transactional(TxType.MANDATORY)
    public Set<String> stillActive(Collection<String> codes) {
        return share(codes).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<String, Boolean> share(Collection<String> codes) {
        String[] others = codes.stream().filter(code -> !code.equals(MAIN)).toArray(String[]::new);
        if (others.length == 0) {
            return Map.of();
        }
        return ListSql.tuples(database.createNativeQuery(
                                "select code, active from stock_locations where code = any(:codes) order by code for share",
                                Tuple.class)
                        .setParameter("codes", others))
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("code", String.class), row -> row.get("active", Boolean.class)));
    }
}
