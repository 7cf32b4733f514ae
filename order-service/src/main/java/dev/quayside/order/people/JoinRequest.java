package dev.quayside.order.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The address, in whatever case, that the customer was shown to read at. */
record JoinRequest(@NotBlank @Size(max = 254) String email) {}
