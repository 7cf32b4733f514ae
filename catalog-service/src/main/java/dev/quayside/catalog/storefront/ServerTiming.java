package dev.quayside.catalog.storefront;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells on every answer to a read how many SQL statements it took: {@code Server-Timing: db;desc="3"}. */
@Provider
public class ServerTiming implements ContainerResponseFilter {
    private final SqlOfRequest sql;

    ServerTiming(SqlOfRequest sql) {
        this.sql = sql;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.getHeaders().putSingle("Server-Timing", "db;desc=\"" + sql.statements() + "\"");
        }
    }
}
