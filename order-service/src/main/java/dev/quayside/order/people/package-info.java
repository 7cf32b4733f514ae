/**
 * What is kept about a person: joined to an account, exported and erased when the gateway asks for it.
 *
 * <p>Only what belongs to nobody is joined. An erased order keeps its lines, its money and the country of its tax; nothing is erased while
 * an order can still be paid or is being cancelled.
 */
@NullMarked
package dev.quayside.order.people;

import org.jspecify.annotations.NullMarked;
