package dev.quayside.catalog.product;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.stock.OpenedStock;
import dev.quayside.catalog.stock.StockLedger;
import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.catalog.trash.DeletedProduct;
import dev.quayside.catalog.trash.Trash;
import dev.quayside.catalog.trash.Trash.Restored;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What staff do with deleted products. */
@ApplicationScoped
public class DeletedProducts {
    private final ProductViews products;
    private final ReadModel readModel;
    private final Trash trash;
    private final StockLedger stock;
    private final KeptPolicies policies;
    private final AuditTrail trail;

    DeletedProducts(
            ProductViews products,
            ReadModel readModel,
            Trash trash,
            StockLedger stock,
            KeptPolicies policies,
            AuditTrail trail) {
        this.products = products;
        this.readModel = readModel;
        this.trash = trash;
        this.stock = stock;
        this.policies = policies;
        this.trail = trail;
    }

    @Transactional
    public Page<DeletedProduct> list(UriInfo uri) {
        return trash.list(ListQuery.parse(uri, Trash.ALLOWED), uri);
    }

    /** Puts a product back, its skus with the policies that they had; one that is there already is answered as it is. */
    public ProductView restore(UUID id) {
        return Contended.transaction(() -> {
            stock.lock(trash.skus(id));
            Optional<Restored> back = putBack(id);
            if (back.isPresent()) {
                stock.open(new OpenedStock(
                        new TreeMap<>(),
                        policies.read(back.get().policies(), back.get().skus())));
                readModel.productChanged(id);
                ProductView restored = there(id);
                trail.record("product.restored", Subject.of("product", id), null, restored);
                return restored;
            }
            trail.nothingNew();
            return there(id);
        });
    }

    private Optional<Restored> putBack(UUID id) {
        try {
            return trash.restore(id);
        } catch (PersistenceException refused) {
            throw ProductWriter.refusal(refused);
        }
    }

    private ProductView there(UUID id) {
        return products.find(id)
                .orElseThrow(() -> new ProblemException(
                        CatalogProblem.PRODUCT_NOT_FOUND, "no product, deleted or not, has the id " + id));
    }
}
