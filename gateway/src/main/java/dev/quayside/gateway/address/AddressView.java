package dev.quayside.gateway.address;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address of a customer's, as that customer sees it. */
@JsonInclude
public record AddressView(
        UUID id,
        String name,
        String line1,
        @Nullable String line2,
        String city,
        String postalCode,
        @Nullable String region,
        String country,
        @JsonProperty("default") boolean isDefault,
        Instant createdAt,
        Instant updatedAt) {}
