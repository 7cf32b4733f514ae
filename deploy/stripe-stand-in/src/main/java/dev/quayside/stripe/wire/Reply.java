package dev.quayside.stripe.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What goes back: a status and a JSON object. */
public record Reply(int status, ObjectNode body) {}
