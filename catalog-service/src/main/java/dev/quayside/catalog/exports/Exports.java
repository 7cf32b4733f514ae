package dev.quayside.catalog.exports;

import dev.quayside.catalog.product.ProductExport;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.catalog.sheet.FileFormat;
import dev.quayside.catalog.sheet.ProductSheets;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes exports. One holds a connection and a snapshot of the database for as long as its caller takes to read it, so there are few. */
@ApplicationScoped
class Exports {
    private static final int MOST_AT_ONCE = 2;
    private static final int LONGEST_SECONDS = 30 * 60;

    private final ProductExport products;
    private final ProductSheets sheets;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Exports(ProductExport products, ProductSheets sheets) {
        this.products = products;
        this.sheets = sheets;
    }

    /** Takes a place until the exchange has ended: 503 {@code busy}. */
    void begin(RoutingContext exchange) {
        if (!places.tryAcquire()) {
            throw new ProblemException(CommonProblem.BUSY, MOST_AT_ONCE + " exports are being written; ask again later")
                    .withHeader("Retry-After", "10");
        }
        exchange.addEndHandler(ended -> places.release());
    }

    void write(FileFormat format, @Nullable Currency currency, OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            products.begin();
            ProductExport.Shape shape = products.shape();
            try (Stream<ProductRequest> all = products.products()) {
                sheets.write(format, shape, currency, all.iterator(), out);
            } catch (IOException callerGone) {
                throw new UncheckedIOException(callerGone);
            }
        });
    }
}
