package dev.quayside.payment.card;

import dev.quayside.payment.gateway.CardReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds cards that were saved more than once: the newest of the same number stays. */
final class Doubles {
    private Doubles() {}

    /** The ids of the older ones, each with the id of the one that takes its place. */
    static Map<String, String> of(List<CardReading> newestFirst) {
        Map<String, String> newest = new HashMap<>();
        Map<String, String> replaced = new HashMap<>();
        for (CardReading card : newestFirst) {
            String number = card.fingerprint();
            String kept = number == null ? null : newest.putIfAbsent(number, card.id());
            if (kept != null) {
                replaced.put(card.id(), kept);
            }
        }
        return replaced;
    }
}
