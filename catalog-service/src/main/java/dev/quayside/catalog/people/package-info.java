/**
 * What is kept about a person: exported and erased when the gateway asks for it.
 *
 * <p>An erased person's reviews stay, because what they say is about products, without a name and without a way back to the person.
 */
@NullMarked
package dev.quayside.catalog.people;

import org.jspecify.annotations.NullMarked;
