package dev.quayside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gateway that runs on this machine. */
record GatewayProcess(ProcessHandle handle) {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final int KIB_OF_A_MIB = 1024;

    /** The one of a shop's data directory. */
    static GatewayProcess of(Path data) throws IOException {
        return new GatewayProcess(running(data, "gateway"));
    }

    /** The process of a service of a shop. */
    static ProcessHandle running(Path data, String service) throws IOException {
        String written = Files.readString(data.resolve("run").resolve(service + ".pid"));
        return ProcessHandle.of(Long.parseLong(written.split(" ", 2)[0]))
                .orElseThrow(() -> new IOException(service + " does not run"));
    }

    /** How much memory it holds, as Linux counts it; 0 where there is no {@code /proc}. */
    long residentMebibytes() {
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + handle.pid() + "/status")));
            return resident.find() ? Long.parseLong(resident.group(1)) / KIB_OF_A_MIB : 0;
        } catch (IOException elsewhere) {
            return 0;
        }
    }
}
