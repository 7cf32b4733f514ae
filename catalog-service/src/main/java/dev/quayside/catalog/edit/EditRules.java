package dev.quayside.catalog.edit;

import dev.quayside.catalog.product.Moments;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of a request that look at more than one field. Everything that is wrong is found at once. */
final class EditRules {
    private static final int LONGEST_TAG = 50;
    private static final String ONE_OF_THEM = "not_one_of_them";

    private final List<FieldError> errors = new ArrayList<>();

    private EditRules() {}

    /** Throws a 422 that names each field at fault. */
    static void check(EditRequest request) {
        EditRules rules = new EditRules();
        if (request.filter().saysNothing()) {
            rules.error("filter", "empty", "must say which; for all products give all statuses");
        }
        rules.check(request.edit());
        if (!rules.errors.isEmpty()) {
            FieldError first = rules.errors.get(0);
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED, first.field() + " " + first.message(), rules.errors);
        }
    }

    private void check(Edit edit) {
        if (Stream.of(
                        edit.tags(),
                        edit.categories(),
                        edit.brand(),
                        edit.status(),
                        edit.publishAt(),
                        edit.clear(),
                        edit.price(),
                        edit.compareAt(),
                        edit.sale())
                .allMatch(Objects::isNull)) {
            error("edit", "empty", "must change something");
        }
        Moments.read("edit.publishAt", edit.publishAt(), errors);
        if ((edit.clears("brand") && edit.brand() != null) || (edit.clears("publishAt") && edit.publishAt() != null)) {
            error("edit.clear", "set_too", "must not name what is set");
        }
        labels("edit.tags", edit.tags());
        labels("edit.categories", edit.categories());
        List<String> tags = edit.tags() == null ? List.of() : edit.tags().brought();
        if (tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            error("edit.tags", "too_long", "must have at most " + LONGEST_TAG + " characters each");
        }
        price(edit.price());
        compareAt(edit.compareAt());
        sale(edit.sale());
    }

    private void labels(String field, @Nullable LabelChange change) {
        if (change != null && !change.hasOneKind()) {
            error(field, ONE_OF_THEM, "must have either set, or add and remove");
        }
    }

    private void price(@Nullable PriceChange price) {
        if (price != null) {
            one("edit.price", "percent, add and set", price.percent(), price.add(), price.set());
            amounts("edit.price", price.currency(), price.add(), price.set());
        }
    }

    private void compareAt(@Nullable CompareAtChange change) {
        if (change != null) {
            one(
                    "edit.compareAt",
                    "set, previousPrice and clear",
                    change.set(),
                    flag(change.previousPrice()),
                    flag(change.clear()));
            amounts("edit.compareAt", change.currency(), change.set());
        }
    }

    private void sale(@Nullable SaleChange sale) {
        if (sale == null) {
            return;
        }
        one("edit.sale", "percent, set and clear", sale.percent(), sale.set(), flag(sale.clear()));
        amounts("edit.sale", sale.currency(), sale.set());
        Instant startsAt = Moments.read("edit.sale.startsAt", sale.startsAt(), errors);
        Instant endsAt = Moments.read("edit.sale.endsAt", sale.endsAt(), errors);
        if (startsAt != null && endsAt != null && !startsAt.isBefore(endsAt)) {
            error("edit.sale.endsAt", "not_after_start", "must be after startsAt");
        }
    }

    private static @Nullable Boolean flag(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag) ? flag : null;
    }

    private void one(String field, String names, @Nullable Object... values) {
        if (Stream.of(values).filter(Objects::nonNull).count() != 1) {
            error(field, ONE_OF_THEM, "must have one of " + names);
        }
    }

    private void amounts(String field, String code, @Nullable Long... amounts) {
        Currency currency = Currency.find(code).orElse(null);
        if (currency == null) {
            error(
                    field + ".currency",
                    "unknown_currency",
                    "must be the code of a currency that can be charged, such as EUR");
        } else if (IntStream.range(0, amounts.length)
                .mapToObj(i -> amounts[i])
                .filter(Objects::nonNull)
                .anyMatch(amount -> !currency.canCharge(amount))) {
            error(field, "not_chargeable", "must be a multiple of " + currency.step() + " in " + currency);
        }
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
