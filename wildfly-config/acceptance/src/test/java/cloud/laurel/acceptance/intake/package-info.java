/** What is refused at the HTTP interface, and how that is told. */
package cloud.laurel.acceptance.intake;
