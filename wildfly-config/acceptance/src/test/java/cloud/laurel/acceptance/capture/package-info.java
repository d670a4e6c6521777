/** From a function of the demo platform to points: what is hooked, and what interrupts it. */
package cloud.laurel.acceptance.capture;
