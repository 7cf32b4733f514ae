package dev.quayside.catalog.review;

import java.time.Instant;

/** What the shop answers to a review, shown below it. */
record ShopAnswer(String text, Instant answeredAt) {}
