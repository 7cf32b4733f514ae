package dev.quayside.catalog.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.Formats;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which products a collection takes.
 *
 * @param match all or any of the conditions
 */
public record Rule(
        @NotNull @Pattern(regexp = "all|any", message = "must be all or any")
        String match,

        @NotEmpty @Size(max = 20) List<@NotNull @Valid Condition> conditions) {

    /**
     * One condition: exactly one of its fields is given. Words are compared without their case.
     *
     * @param category the slug of a category: in it or below it
     * @param tag one of its tags
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Condition(
            @Nullable @Size(max = Formats.SLUG_LENGTH) String category,

            @Nullable @Size(min = 1, max = 50) @Pattern(regexp = Formats.TAG, message = "must be a tag")
            String tag,

            @Nullable @Size(min = 1, max = 100) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
            String brand,

            @Nullable @Valid AttributeIs attribute,
            @Nullable @Valid PriceRange price) {

        boolean isOne() {
            return Stream.of(category, tag, brand, attribute, price)
                            .filter(Objects::nonNull)
                            .count()
                    == 1;
        }
    }

    /** It has this attribute with this value. */
    public record AttributeIs(
            @NotBlank @Size(max = 50) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
            String name,

            @NotBlank @Size(max = 200) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
            String value) {}

    /**
     * Its cheapest variant's price of the moment is in a range, of which one end may be left out.
     *
     * @param gte minor units, the least that is in the range
     * @param lt minor units, the least above the range
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PriceRange(
            @NotNull String currency,
            @Nullable @Min(0) @Max(999_999_999_999L) Long gte,
            @Nullable @Min(1) @Max(1_000_000_000_000L) Long lt) {}
}
