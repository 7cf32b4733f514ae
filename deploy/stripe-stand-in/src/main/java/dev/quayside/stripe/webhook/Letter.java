package dev.quayside.stripe.webhook;

import java.util.List;

/** One event, ready to be signed and posted to one endpoint. */
record Letter(String event, String type, String url, List<String> secrets, String body, long attempt) {}
