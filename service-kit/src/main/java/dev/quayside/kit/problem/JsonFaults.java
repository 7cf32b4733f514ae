package dev.quayside.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON body, without the names of our classes that Jackson's own messages hold. */
final class JsonFaults {
    private JsonFaults() {}

    static String describe(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return path(unknown) + ": unknown field";
        }
        if (fault instanceof JsonMappingException mismatch
                && !mismatch.getPath().isEmpty()) {
            return path(mismatch) + ": not a value of the expected type";
        }
        return "the body is not the JSON that is expected here"
                + (fault.getLocation() == null
                        ? ""
                        : " (line " + fault.getLocation().getLineNr() + ", column "
                                + fault.getLocation().getColumnNr() + ")");
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
