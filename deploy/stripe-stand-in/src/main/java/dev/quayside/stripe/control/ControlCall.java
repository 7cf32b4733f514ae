package dev.quayside.stripe.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;

/** One call of the control API: the object that the path names, or empty, and what is wanted. */
record ControlCall(String id, ObjectNode body, MultiMap query) {}
