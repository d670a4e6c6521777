/** What a crash and a redeployment must not lose, double or leak. */
package cloud.laurel.acceptance.durability;
