package cloud.laurel.plugin.capture;

import org.jspecify.annotations.Nullable;

/**
 * A hooked call that has returned, as expressions see it.
 *
 * @param principal the caller's name, empty when nobody is signed in
 * @param args the arguments, as the platform passed them
 * @param result what the method returned
 */
record Call(String principal, @Nullable Object[] args, @Nullable Object result) {}
