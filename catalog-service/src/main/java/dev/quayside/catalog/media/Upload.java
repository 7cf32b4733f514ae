package dev.quayside.catalog.media;

import dev.quayside.catalog.Formats;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded form: a part {@code product} with its id, one part {@code file}, and a part {@code alt} if wanted. The file's name and type
 * are its sender's word and looked at by nobody.
 */
record Upload(UUID product, Path file, String alt) {
    private static final Set<String> PARTS = Set.of("product", "file", "alt");

    static Upload of(MultipartFormDataInput form) {
        Map<String, Collection<FormValue>> parts = form.getValues();
        parts.keySet().stream()
                .filter(name -> !PARTS.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new ProblemException(
                            CommonProblem.MALFORMED_REQUEST,
                            "a part is not known; the form has the parts product, file and alt");
                });
        FormValue file = single(parts, "file");
        if (file == null || !file.isFileItem()) {
            throw ProblemException.invalidField("file", "one_file", "must be one file, with a file name");
        }
        return new Upload(product(single(parts, "product")), file.getFileItem().getFile(), alt(single(parts, "alt")));
    }

    private static @Nullable FormValue single(Map<String, Collection<FormValue>> parts, String name) {
        List<FormValue> values = List.copyOf(parts.getOrDefault(name, List.of()));
        if (values.size() > 1) {
            throw ProblemException.invalidField(name, "one_" + name, "must be there once");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static UUID product(@Nullable FormValue part) {
        if (part == null || part.isFileItem()) {
            throw MediaService.noProduct();
        }
        return Formats.id(part.getValue()).orElseThrow(MediaService::noProduct);
    }

    private static String alt(@Nullable FormValue part) {
        if (part == null) {
            return "";
        }
        if (part.isFileItem()
                || part.getValue().length() > MediaRequest.ALT_LENGTH
                || !part.getValue().matches(Formats.LINE)) {
            throw ProblemException.invalidField(
                    "alt", "size", "must be one line of " + MediaRequest.ALT_LENGTH + " characters at most");
        }
        return part.getValue();
    }
}
