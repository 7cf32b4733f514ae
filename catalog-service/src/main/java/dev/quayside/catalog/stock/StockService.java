package dev.quayside.catalog.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.Formats;
import dev.quayside.catalog.location.Locations;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stock as staff and scripts see and correct it. */
@ApplicationScoped
public class StockService {
    private final StockRepository stock;
    private final MovementRepository movements;
    private final StockLedger ledger;
    private final Locations locations;
    private final OnceInTransaction once;
    private final AuditTrail trail;
    private final ObjectMapper json;

    StockService(
            StockRepository stock,
            MovementRepository movements,
            StockLedger ledger,
            Locations locations,
            OnceInTransaction once,
            AuditTrail trail,
            ObjectMapper json) {
        this.stock = stock;
        this.movements = movements;
        this.ledger = ledger;
        this.locations = locations;
        this.once = once;
        this.trail = trail;
        this.json = json;
    }

    /** A sku's level, whole and at its locations; 404 {@code sku_not_found}. */
    @Transactional
    public StockView level(String sku) {
        LockedStock found = known(sku).flatMap(stock::find).orElseThrow(() -> unknown(sku));
        return new StockView(found.level(), found.locations());
    }

    /** A sku's ledger. */
    @Transactional
    public Page<MovementView> movements(String sku, ListQuery query, UriInfo uri) {
        return movements.movements(level(sku).level().sku(), query, uri);
    }

    /** Changes what is on hand by a delta, once for a key. */
    public StoredAnswer adjust(String sku, AdjustRequest request, IdempotencyKey key) {
        return Contended.again(() -> once.run(key, () -> stored(adjusted(sku, request))));
    }

    private StockView adjusted(String sku, AdjustRequest request) {
        LockedStock locked = locked(sku, request.place());
        long onHand = locked.at(request.place()).onHand() + request.delta();
        LockedStock after = ledger.set(locked, request.place(), onHand, MovementCause.adjusted(request.reason()));
        record("stock.adjusted", locked, after, request.reason(), request.location());
        return view(after, request.location());
    }

    /** Makes what is on hand at a location what was counted, if what was expected is there; so many already is no change. */
    public StockView count(String sku, CountRequest request) {
        return Contended.transaction(() -> {
            LockedStock locked = locked(sku, request.place());
            LocationLevel there = locked.at(request.place());
            if (there.shelf() == request.onHand()) {
                ledger.counted(sku, request.place());
                trail.nothingNew();
                return view(locked, request.location());
            }
            there.requireExpected(sku, request.expected());
            there.requireNothingOwed(sku);
            LockedStock after =
                    ledger.set(locked, request.place(), request.onHand(), MovementCause.counted(request.reason()));
            ledger.counted(sku, request.place());
            record("stock.counted", locked, after, request.reason(), request.location());
            return view(after, request.location());
        });
    }

    private LockedStock locked(String sku, String location) {
        locations.require("location", List.of(location));
        return known(sku)
                .flatMap(known -> ledger.lock(List.of(known)).values().stream().findFirst())
                .orElseThrow(() -> unknown(sku));
    }

    private void record(
            String action, LockedStock before, LockedStock after, String reason, @Nullable String location) {
        trail.record(
                action,
                Subject.of("stock", before.level().sku()),
                before.level(),
                new AdjustedStock(after.level(), reason, location, null));
    }

    private static StockView view(LockedStock stock, @Nullable String location) {
        return new StockView(stock.level(), location == null ? null : stock.locations());
    }

    private StoredAnswer stored(StockView view) {
        try {
            return StoredAnswer.first(200, json.writeValueAsString(new Data<>(view)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a level can always be written", e);
        }
    }

    private static Optional<String> known(String sku) {
        return Optional.of(sku).filter(Formats::isSku);
    }

    private static ProblemException unknown(String sku) {
        return new ProblemException(CatalogProblem.SKU_NOT_FOUND, "no variant ever had the sku " + sku);
    }
}
