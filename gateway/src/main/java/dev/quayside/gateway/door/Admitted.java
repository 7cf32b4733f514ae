package dev.quayside.gateway.door;

import dev.quayside.gateway.limit.Subject;
import java.util.Optional;

/**
 * A caller that was let in.
 *
 * @param authorization the {@code Authorization} to go on with
 * @param subject whom the request is counted for
 */
record Admitted(Optional<String> authorization, Subject subject) {}
