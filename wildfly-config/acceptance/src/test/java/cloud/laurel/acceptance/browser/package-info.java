/** The newcomer's path in a browser, and every page's looks and accessibility. */
package cloud.laurel.acceptance.browser;
