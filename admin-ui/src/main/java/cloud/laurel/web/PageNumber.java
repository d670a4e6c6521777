package cloud.laurel.web;

import org.jspecify.annotations.Nullable;

/**
 * A page of a long table, from 1 on.
 *
 * @param number the page
 * @param count how many there are, at least 1
 * @param total rows on all pages
 */
public record PageNumber(int number, int count, long total) {

  /** The first page of an empty table. */
  public static final PageNumber FIRST = new PageNumber(1, 1, 0);

  private static final int MOST = 1_000_000;

  /** The page that an address asks for; the first when it asks for nonsense. */
  public static PageNumber of(@Nullable String parameter) {
    try {
      int number = parameter == null ? 1 : Integer.parseInt(parameter);
      return new PageNumber(Math.max(1, Math.min(MOST, number)), 1, 0);
    } catch (NumberFormatException e) {
      return FIRST;
    }
  }

  /** Rows before this page. */
  public int offset(int size) {
    return (number - 1) * size;
  }

  /** This page of so many rows. */
  public PageNumber within(long rows, int size) {
    int pages = (int) Math.max(1, (rows + size - 1) / size);
    return new PageNumber(Math.min(number, pages), pages, rows);
  }

  /** Whether there is a page before. */
  public boolean hasPrevious() {
    return number > 1;
  }

  /** Whether there is a page after. */
  public boolean hasNext() {
    return number < count;
  }
}
