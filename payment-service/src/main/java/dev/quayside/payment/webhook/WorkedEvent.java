package dev.quayside.payment.webhook;

import java.time.Duration;

/** An event has been worked on, this long after it was received. */
record WorkedEvent(EventTopic topic, EventResult result, Duration age) {}
