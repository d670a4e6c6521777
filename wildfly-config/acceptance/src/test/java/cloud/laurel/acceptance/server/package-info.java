/** Tests of the provisioned server itself: its configuration, its start and its stop. */
package cloud.laurel.acceptance.server;
