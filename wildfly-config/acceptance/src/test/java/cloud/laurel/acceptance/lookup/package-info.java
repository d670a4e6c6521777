/** Strangers before the register of certificates: what they learn, and what they cannot. */
package cloud.laurel.acceptance.lookup;
