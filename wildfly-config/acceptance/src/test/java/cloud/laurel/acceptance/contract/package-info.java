/** The HTTP contract field by field, and a score computed by hand. */
package cloud.laurel.acceptance.contract;
