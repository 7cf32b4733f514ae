package dev.quayside.catalog.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a file has come. The products that have it show it when it is ready. */
public enum FileStatus {
    /** Its row is there, and perhaps the file; no product has it yet. */
    UPLOADING,
    /** Its renditions are being made. */
    PROCESSING,
    READY,
    /** Its renditions cannot be made; uploading it again tries again. */
    FAILED,
    /** It is being deleted, and nothing may refer to it. */
    DELETING;

    /** The status as it is stored and sent. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
