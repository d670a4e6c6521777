/**
 * What people hand in with forms, words and files, checked and kept the same way everywhere; every
 * feature that takes some may call it.
 */
@NullMarked
package cloud.laurel.input;

import org.jspecify.annotations.NullMarked;
