/**
 * Answers in fewer bytes: which are compressed, for whom, and what that does to their entity tags.
 *
 * <p>Only answers of routes that carry no token and no client secret are: beside text that an attacker chooses, the length of a
 * compressed answer tells what else is in it (BREACH).
 */
@NullMarked
package dev.quayside.gateway.compression;

import org.jspecify.annotations.NullMarked;
