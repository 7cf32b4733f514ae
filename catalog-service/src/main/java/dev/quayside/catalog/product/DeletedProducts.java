package dev.quayside.catalog.product;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.catalog.trash.DeletedProduct;
import dev.quayside.catalog.trash.Trash;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** What staff do with deleted products. */
@ApplicationScoped
public class DeletedProducts {
    private final ProductViews products;
    private final ReadModel readModel;
    private final Trash trash;
    private final AuditTrail trail;

    DeletedProducts(ProductViews products, ReadModel readModel, Trash trash, AuditTrail trail) {
        this.products = products;
        this.readModel = readModel;
        this.trash = trash;
        this.trail = trail;
    }

    @Transactional
    public Page<DeletedProduct> list(UriInfo uri) {
        return trash.list(ListQuery.parse(uri, Trash.ALLOWED), uri);
    }

    /** Puts a product back; one that is there already is answered as it is. */
    public ProductView restore(UUID id) {
        return Contended.transaction(() -> {
            if (putBack(id)) {
                readModel.productChanged(id);
                ProductView restored = there(id);
                trail.record("product.restored", Subject.of("product", id), null, restored);
                return restored;
            }
            trail.nothingNew();
            return there(id);
        });
    }

    private boolean putBack(UUID id) {
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
