package dev.quayside.local;

import dev.quayside.local.process.Child;
import dev.quayside.local.process.LogFile;

/** What is told of a part that ended: its name, the end of its log, and where the whole log is. */
final class LastWords {
    private static final int LINES = 8;

    private LastWords() {}

    static String of(Child child) {
        return of(child.name() + " has stopped with status " + child.exitStatus(), child.log());
    }

    static String of(String what, LogFile log) {
        StringBuilder text = new StringBuilder(what)
                .append(". Its last lines (")
                .append(log.path())
                .append("):");
        log.lastLines(LINES).forEach(line -> text.append("\n    ").append(line));
        return text.toString();
    }
}
