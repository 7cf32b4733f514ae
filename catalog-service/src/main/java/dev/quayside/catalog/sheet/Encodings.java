package dev.quayside.catalog.sheet;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/** In which encoding a file is. */
public final class Encodings {
    /** What most files are in that are neither UTF-8 nor tell anything else. */
    private static final String USUAL = "windows-1252";

    private Encodings() {}

    /** The charset of a name, or empty if it is not known here. */
    public static Optional<Charset> find(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Whether every byte of a file is UTF-8. */
    public static boolean isUtf8(InputStream whole) throws IOException {
        char[] buffer = new char[1 << 14];
        try (Reader reader = reader(whole, StandardCharsets.UTF_8)) {
            while (reader.read(buffer) >= 0) {
                // Only whether it can be read counts.
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** What the bytes of a file that is not UTF-8 look like, or its byte order mark says. */
    public static String detect(InputStream whole) throws IOException {
        UniversalDetector detector = new UniversalDetector();
        byte[] buffer = new byte[1 << 16];
        for (int read = whole.read(buffer); read > 0 && !detector.isDone(); read = whole.read(buffer)) {
            detector.handleData(buffer, 0, read);
        }
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset())
                .flatMap(Encodings::find)
                .map(Charset::name)
                .orElse(USUAL);
    }

    /** Reads text that must be in a charset: what is not ends in a {@link CharacterCodingException}, never in a replacement. */
    static Reader reader(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    static Charset of(String name) {
        return find(name)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.INVALID_PARAMETER, "encoding: there is no encoding " + name));
    }
}
