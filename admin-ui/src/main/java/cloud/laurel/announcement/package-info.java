/** Pages and resources of public notices, published honours and objections. */
@NullMarked
package cloud.laurel.announcement;

import org.jspecify.annotations.NullMarked;
