package dev.quayside.order.repair;

import java.util.UUID;

/** A repair that is under way, and what it is to do. */
record StockRepairView(UUID orderId, OwedStock owed) {}
