package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.FormInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The certificates that an address wants on paper, in files that a printer can take.
 *
 * @param order the only one whose certificates are wanted; 0 for all
 * @param leaves by school, then by series
 */
public record PrintRun(RegisterQuery query, long order, List<Leaf> leaves) {

  /** The most pages of a file. */
  static final int MOST = 200;

  /** Copies its list. */
  public PrintRun {
    leaves = List.copyOf(leaves);
  }

  /** Reads an address. */
  static PrintRun of(
      HttpServletRequest request, Optional<Campaign> campaign, RegisterService register) {
    RegisterQuery query = RegisterQuery.of(request, campaign.map(Campaign::code).orElse(""));
    long order = FormInput.number(request, "order");
    return new PrintRun(
        query,
        order,
        campaign.map(c -> register.leaves(c, query.filter(), order)).orElse(List.of()));
  }

  /** The query string of the same run. */
  public String toQuery() {
    return query.toQuery() + (order == 0 ? "" : "&order=" + order);
  }

  /** Its files. */
  public List<Portion> portions() {
    return IntStream.iterate(0, from -> from < leaves.size(), from -> from + MOST)
        .mapToObj(
            from ->
                new Portion(from + 1, leaves.subList(from, Math.min(leaves.size(), from + MOST))))
        .toList();
  }

  /**
   * The file that was offered with these ends and so many pages; empty when the register is another
   * one by now. It is named by its ends, so that nothing slips from one file into the next when a
   * certificate before it is revoked.
   */
  Optional<Portion> portion(String first, String last, long pages) {
    List<String> series = leaves.stream().map(Leaf::series).toList();
    int from = series.indexOf(first);
    int to = series.indexOf(last);
    return pages < 1 || pages > MOST || from < 0 || to - from + 1 != pages
        ? Optional.empty()
        : Optional.of(new Portion(from + 1, leaves.subList(from, to + 1)));
  }

  /**
   * One file of it.
   *
   * @param from place of its first page in the run, from 1
   * @param leaves not empty
   */
  public record Portion(int from, List<Leaf> leaves) {

    /** Place of its last page in the run. */
    public int to() {
      return from + leaves.size() - 1;
    }

    /** What is on its first page. */
    public Leaf first() {
      return leaves.get(0);
    }

    /** What is on its last page. */
    public Leaf last() {
      return leaves.get(leaves.size() - 1);
    }

    /** Its first and last number. */
    public String series() {
      return first().equals(last()) ? first().series() : first().series() + "_" + last().series();
    }

    /** Its part of an address. */
    public String toQuery() {
      return "&first=" + first().series() + "&last=" + last().series() + "&pages=" + leaves.size();
    }
  }
}
