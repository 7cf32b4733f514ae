package dev.quayside.stripe.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

/** Does what a control call asks for; runs outside of any act. */
@FunctionalInterface
interface ControlAction {
    Future<ObjectNode> perform(ControlCall call);
}
