package cloud.laurel.signal;

import java.util.List;

/**
 * A page of signals.
 *
 * @param total how many match on all pages
 * @param rows those of this page, without their history
 */
public record SignalPage(long total, List<Signal> rows) {}
