package dev.quayside.catalog;

import dev.quayside.kit.problem.ProblemCode;

/** The catalog's own error codes. They are published: a code is never renamed or given another meaning. */
public enum CatalogProblem implements ProblemCode {
    PRODUCT_NOT_FOUND("There is no such product"),
    CATEGORY_NOT_FOUND("There is no such category"),
    COLLECTION_NOT_FOUND("There is no such collection"),
    SKU_NOT_FOUND("There is no such sku"),
    RESERVATION_NOT_FOUND("There is no such reservation"),
    IMPORT_NOT_FOUND("There is no such import"),
    IMPORT_STATE("The import's status does not allow this"),
    TOO_MANY_IMPORTS("Too many imports have not ended"),
    EDIT_NOT_FOUND("There is no such edit"),
    EDIT_STATE("The edit's status does not allow this"),
    TOO_MANY_EDITS("Too many edits have not ended"),
    SLUG_TAKEN("The slug belongs to another"),
    SKU_TAKEN("The sku belongs to another product"),
    CATEGORY_IN_USE("The category still has products"),
    CATEGORY_HAS_CHILDREN("The category still has others below it"),
    CHILDREN_CHANGED("The categories there are not those that were named"),
    STOCK_BELOW_RESERVED("More units are reserved than would be left"),
    STOCK_TOO_LARGE("The stock would pass the most that can be counted"),
    INSUFFICIENT_STOCK("There are not enough units"),
    STOCK_CHANGED("Other units are there than were expected"),
    STOCK_OWED("Units are owed to orders that are paid"),
    COUNT_OUTDATED("Something is known that is later than the count"),
    STOCK_ALERT_NOT_FOUND("There is no such alert"),
    STOCK_EVENT_NOT_FOUND("There is no such event"),
    LOCATION_NOT_FOUND("There is no such location"),
    LOCATION_CODE_TAKEN("The code belongs to another location"),
    LOCATION_IN_USE("Units are at the location, or promised from there"),
    LOCATION_IS_MAIN("The main location is for good"),
    LOCATION_INACTIVE("The location is closed"),
    TOO_MANY_LOCATIONS("There are as many locations as there may be"),
    TRANSFER_NOT_FOUND("There is no such transfer"),
    RESERVATION_MISMATCH("The reservation was made for something else"),
    RESERVATION_CLOSED("The reservation has ended"),
    RESERVATION_COMMITTED("The reservation is already committed"),
    RESERVATION_NOT_COMMITTED("The reservation is not committed"),
    RETURN_MISMATCH("The return was made for something else"),
    RETURN_EXCEEDS_COMMITTED("More units would come back than are out"),
    UNKNOWN_SKU("A sku is not for sale"),
    PRICE_UNAVAILABLE("A sku has no price in this currency"),
    SYNONYM_NOT_FOUND("There is no such group of synonyms"),
    TOO_MANY_SYNONYMS("There are as many groups of synonyms as there may be"),
    MEDIA_NOT_FOUND("There is no such image"),
    MEDIA_ORDER_MISMATCH("The product has other images than these"),
    TOO_MANY_MEDIA("The product has as many images as it can"),
    UNSUPPORTED_IMAGE("The file is not an image of a kind that is taken"),
    BROKEN_IMAGE("The image cannot be read"),
    IMAGE_TOO_LARGE("The image has too many pixels"),
    REVIEW_NOT_FOUND("There is no such review"),
    NOT_A_BUYER("Only those who have bought a product review it"),
    OWN_REVIEW("Nobody votes for their own review");

    private final String title;

    CatalogProblem(String title) {
        this.title = title;
    }

    @Override
    public int status() {
        return switch (this) {
            case PRODUCT_NOT_FOUND,
                    CATEGORY_NOT_FOUND,
                    COLLECTION_NOT_FOUND,
                    SKU_NOT_FOUND,
                    RESERVATION_NOT_FOUND,
                    LOCATION_NOT_FOUND,
                    STOCK_ALERT_NOT_FOUND,
                    STOCK_EVENT_NOT_FOUND,
                    TRANSFER_NOT_FOUND,
                    SYNONYM_NOT_FOUND,
                    IMPORT_NOT_FOUND,
                    EDIT_NOT_FOUND,
                    MEDIA_NOT_FOUND,
                    REVIEW_NOT_FOUND -> 404;
            case NOT_A_BUYER -> 403;
            case SLUG_TAKEN,
                    SKU_TAKEN,
                    CATEGORY_IN_USE,
                    CATEGORY_HAS_CHILDREN,
                    CHILDREN_CHANGED,
                    STOCK_BELOW_RESERVED,
                    STOCK_TOO_LARGE,
                    INSUFFICIENT_STOCK,
                    STOCK_CHANGED,
                    STOCK_OWED,
                    COUNT_OUTDATED,
                    LOCATION_CODE_TAKEN,
                    LOCATION_IN_USE,
                    LOCATION_IS_MAIN,
                    LOCATION_INACTIVE,
                    TOO_MANY_LOCATIONS,
                    RESERVATION_MISMATCH,
                    RESERVATION_CLOSED,
                    RESERVATION_COMMITTED,
                    RESERVATION_NOT_COMMITTED,
                    RETURN_MISMATCH,
                    RETURN_EXCEEDS_COMMITTED,
                    TOO_MANY_SYNONYMS,
                    IMPORT_STATE,
                    TOO_MANY_IMPORTS,
                    EDIT_STATE,
                    MEDIA_ORDER_MISMATCH,
                    TOO_MANY_MEDIA,
                    OWN_REVIEW -> 409;
            // Not kept for the key that was sent: the next time there may be room.
            case TOO_MANY_EDITS -> 429;
            case UNKNOWN_SKU, PRICE_UNAVAILABLE, UNSUPPORTED_IMAGE, BROKEN_IMAGE, IMAGE_TOO_LARGE -> 422;
        };
    }

    @Override
    public String title() {
        return title;
    }
}
