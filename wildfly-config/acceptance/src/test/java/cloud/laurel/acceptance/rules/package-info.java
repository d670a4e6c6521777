/** Rules that hold for every file of the repository. */
package cloud.laurel.acceptance.rules;
