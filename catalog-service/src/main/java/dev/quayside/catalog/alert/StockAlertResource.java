package dev.quayside.catalog.alert;

import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Skus that have become low, for staff and scripts. */
@Path("/v1/admin/stock-alerts")
@Produces(MediaType.APPLICATION_JSON)
public class StockAlertResource {
    private final StockAlertService alerts;

    StockAlertResource(StockAlertService alerts) {
        this.alerts = alerts;
    }

    /** A page of alerts; filters sku, acknowledged and recovered, sorts -createdAt (default) and createdAt. */
    @GET
    @RolesAllowed("stock:read")
    public Page<StockAlertView> list(@Context UriInfo uri) {
        return alerts.list(uri);
    }

    /** One alert; 404 {@code stock_alert_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("stock:read")
    public Data<StockAlertView> get(@PathParam("id") UUID id) {
        return new Data<>(alerts.get(id));
    }

    /** Says that an alert is taken care of; it can be repeated. */
    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed("stock:write")
    public Data<StockAlertView> acknowledge(@PathParam("id") UUID id) {
        return new Data<>(alerts.acknowledge(id));
    }
}
