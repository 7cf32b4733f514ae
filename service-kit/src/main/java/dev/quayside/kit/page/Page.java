package dev.quayside.kit.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of an answer that is a list: {@code {"data": […], "page": {…}}}. */
public record Page<T>(List<T> data, Info page) {

    /**
     * Where in the list this page stands.
     *
     * @param limit how many rows a page holds at most
     * @param number the page's number from 1, when it was asked for by number
     * @param total how many rows the whole list has, when it was asked for by number
     * @param next a link to the rows after these, null at the end
     */
    public record Info(
            int limit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer number,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long total,

            @JsonInclude @Nullable String next) {}
}
