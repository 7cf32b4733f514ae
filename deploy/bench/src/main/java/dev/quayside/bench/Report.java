package dev.quayside.bench;

/** Figures as lines. */
final class Report {
    private Report() {}

    static void line(String what, Load.Outcome outcome) {
        System.out.printf(
                "%-22s %7d calls  %4d failed  p50 %7.1f ms  p95 %7.1f ms  p99 %7.1f ms  max %7.1f ms%n",
                what,
                outcome.micros().getTotalCount(),
                outcome.failures(),
                outcome.millisAt(50),
                outcome.millisAt(95),
                outcome.millisAt(99),
                outcome.millisAt(100));
    }

    static void ratio(String what, Load.Outcome one, Load.Outcome other) {
        System.out.printf(
                "%-22s p50 x %.2f  p99 x %.2f%n",
                what, one.millisAt(50) / other.millisAt(50), one.millisAt(99) / other.millisAt(99));
    }
}
