package dev.quayside.catalog.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.location.Locations;
import dev.quayside.catalog.stock.LockedStock;
import dev.quayside.catalog.stock.StockLedger;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Makes transfers and shows them. */
@ApplicationScoped
public class TransferService {
    private final TransferRepository transfers;
    private final StockLedger stock;
    private final Locations locations;
    private final OnceInTransaction once;
    private final AuditTrail trail;
    private final ObjectMapper json;
    private final Clock clock;

    TransferService(
            TransferRepository transfers,
            StockLedger stock,
            Locations locations,
            OnceInTransaction once,
            AuditTrail trail,
            ObjectMapper json,
            Clock clock) {
        this.transfers = transfers;
        this.stock = stock;
        this.locations = locations;
        this.once = once;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public Page<TransferView> list(UriInfo uri) {
        return transfers.list(ListQuery.parse(uri, TransferRepository.ALLOWED), uri);
    }

    /** One transfer; 404 {@code transfer_not_found}. */
    @Transactional
    public TransferView get(UUID id) {
        return transfers
                .find(id)
                .orElseThrow(
                        () -> new ProblemException(CatalogProblem.TRANSFER_NOT_FOUND, "no transfer has the id " + id));
    }

    /** Makes a transfer, once for a key. */
    public StoredAnswer make(TransferRequest request, IdempotencyKey key) {
        SortedMap<String, Long> units = request.units();
        return Contended.again(() -> once.run(key, () -> made(request, units)));
    }

    private StoredAnswer made(TransferRequest request, SortedMap<String, Long> units) {
        locations.require("from", List.of(request.from()));
        locations.require("to", List.of(request.to()));
        Map<String, LockedStock> locked = stock.lock(units.keySet());
        requireKnown(request, locked);
        requireFree(request.from(), units, locked);
        UUID id = Ids.next();
        transfers.insert(id, request, clock.instant());
        stock.transfer(id, new StockLedger.Route(request.from(), request.to(), request.reason()), units, locked);
        TransferView view = get(id);
        trail.record("stock.transferred", Subject.of("stock_transfer", id), null, view);
        return answer(view);
    }

    private static void requireKnown(TransferRequest request, Map<String, LockedStock> locked) {
        List<FieldError> unknown = java.util.stream.IntStream.range(
                        0, request.lines().size())
                .filter(i -> !locked.containsKey(request.lines().get(i).sku()))
                .mapToObj(i -> new FieldError(
                        "lines[" + i + "].sku",
                        CatalogProblem.UNKNOWN_SKU.code(),
                        "is not a sku that there is stock of"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED,
                    unknown.get(0).field() + " " + unknown.get(0).message(),
                    unknown);
        }
    }

    private static void requireFree(String from, Map<String, Long> units, Map<String, LockedStock> locked) {
        SortedMap<String, Long> available = new TreeMap<>();
        units.forEach((sku, count) -> {
            long free = Math.max(0, Objects.requireNonNull(locked.get(sku)).freeAt(from));
            if (free < count) {
                available.put(sku, free);
            }
        });
        if (!available.isEmpty()) {
            throw new ProblemException(
                            CatalogProblem.INSUFFICIENT_STOCK,
                            "too few units of " + available.keySet() + " are free at " + from)
                    .with("available", available);
        }
    }

    private StoredAnswer answer(TransferView view) {
        try {
            return StoredAnswer.first(201, json.writeValueAsString(new Data<>(view)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a transfer can always be written", e);
        }
    }
}
