package dev.quayside.catalog.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.Formats;
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

/** Stock as staff and scripts see and correct it. */
@ApplicationScoped
public class StockService {
    private final StockRepository stock;
    private final StockLedger ledger;
    private final OnceInTransaction once;
    private final AuditTrail trail;
    private final ObjectMapper json;

    StockService(
            StockRepository stock, StockLedger ledger, OnceInTransaction once, AuditTrail trail, ObjectMapper json) {
        this.stock = stock;
        this.ledger = ledger;
        this.once = once;
        this.trail = trail;
        this.json = json;
    }

    /** A sku's level; 404 {@code sku_not_found}. */
    @Transactional
    public StockLevel level(String sku) {
        return known(sku).flatMap(stock::find).orElseThrow(() -> unknown(sku));
    }

    /** A sku's ledger. */
    @Transactional
    public Page<MovementView> movements(String sku, ListQuery query, UriInfo uri) {
        return stock.movements(level(sku).sku(), query, uri);
    }

    /** Changes what is on hand by a delta, once for a key. */
    public StoredAnswer adjust(String sku, AdjustRequest request, IdempotencyKey key) {
        return Contended.again(() -> once.run(key, () -> adjusted(sku, request)));
    }

    private StoredAnswer adjusted(String sku, AdjustRequest request) {
        StockLevel locked = known(sku)
                .flatMap(known -> ledger.lock(List.of(known)).values().stream().findFirst())
                .orElseThrow(() -> unknown(sku));
        StockLevel adjusted = ledger.adjust(locked, request.delta(), request.reason());
        trail.record(
                "stock.adjusted",
                Subject.of("stock", locked.sku()),
                locked,
                new AdjustedStock(adjusted, request.reason()));
        return answer(adjusted);
    }

    private StoredAnswer answer(StockLevel level) {
        try {
            return StoredAnswer.first(200, json.writeValueAsString(new Data<>(level)));
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
