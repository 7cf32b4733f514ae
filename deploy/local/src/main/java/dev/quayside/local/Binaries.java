package dev.quayside.local;

import dev.quayside.local.secret.PrivateFiles;
import java.nio.file.Path;

/** Where the databases' programs are unpacked. */
final class Binaries {
    /** Tests that open one shop after another name a folder here, and unpack once. */
    private static final String PROPERTY = "quayside.binaries";

    private Binaries() {}

    /** {@code bin} beside a database's data: in the shop's directory, which nobody else can write to. */
    static Path beside(Path data) {
        String shared = System.getProperty(PROPERTY, "");
        Path folder = shared.isEmpty() ? data.resolveSibling("bin") : Path.of(shared);
        PrivateFiles.folder(folder);
        return folder;
    }
}
