package dev.quayside.gateway.address;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address in a customer's book. Writers hold the lock of the account's row. */
@Entity
@Table(name = "customer_addresses")
class CustomerAddress {
    @Id
    private UUID id;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "is_default")
    private boolean isDefault;

    @Column(name = "name")
    private String name;

    @Column(name = "line1")
    private String line1;

    @Column(name = "line2")
    private @Nullable String line2;

    @Column(name = "city")
    private String city;

    @Column(name = "postal_code")
    private String postalCode;

    @Column(name = "region")
    private @Nullable String region;

    @Column(name = "country")
    private String country;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected CustomerAddress() {}

    CustomerAddress(UUID id, UUID customerId, AddressRequest given, Instant now) {
        this.id = id;
        this.customerId = customerId;
        this.createdAt = now;
        change(given, now);
    }

    final void change(AddressRequest given, Instant now) {
        isDefault = given.isDefault();
        name = given.name();
        line1 = given.line1();
        line2 = given.line2();
        city = given.city();
        postalCode = given.postalCode();
        region = given.region();
        country = given.country();
        updatedAt = now;
    }

    AddressView view() {
        return new AddressView(
                id, name, line1, line2, city, postalCode, region, country, isDefault, createdAt, updatedAt);
    }
}
