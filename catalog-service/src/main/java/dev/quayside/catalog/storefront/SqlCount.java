package dev.quayside.catalog.storefront;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts the statements of each request. */
@PersistenceUnitExtension
@ApplicationScoped
class SqlCount implements StatementInspector {
    private final transient SqlOfRequest request;

    SqlCount(SqlOfRequest request) {
        this.request = request;
    }

    @Override
    public String inspect(String sql) {
        if (Arc.container().requestContext().isActive()) {
            request.one();
        }
        return sql;
    }
}
