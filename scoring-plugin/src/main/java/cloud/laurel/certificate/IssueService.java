package cloud.laurel.certificate;

import cloud.laurel.announcement.PublicListService;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.certificate.Batch.Kind;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.certificate.RecipientCheck.Checked;
import cloud.laurel.roster.RosterService;
import cloud.laurel.selection.Confirmed;
import cloud.laurel.selection.SelectionService;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Orders certificates. An order takes all its numbers in one transaction; they are printed one
 * after the other by {@link CertificatePrinter}, also after a restart. Nobody has two certificates
 * of one honour that count: a unique key of the database sees to it. The caller sees to it that
 * only officers of the bureau come here.
 */
public class IssueService {

  /** The most certificates of one order. */
  public static final int MOST = 20_000;

  private final Database database;
  private final InstantSource clock;
  private final CertificatePress press;
  private final Winners winners;
  private final RecipientCheck check;
  private final CertificateRepository certificates = new CertificateRepository();
  private final BatchRepository batches = new BatchRepository();

  /** One for a database. */
  public IssueService(
      Database database,
      InstantSource clock,
      CertificatePress press,
      RosterService roster,
      PublicListService published,
      SelectionService selections) {
    this.database = database;
    this.clock = clock;
    this.press = press;
    this.winners = new Winners(published, selections);
    this.check = new RecipientCheck(roster, press);
  }

  /** An order that was taken, with what became of each recipient, in their order. */
  public record Ordered(long batch, List<IssueLine> lines) {}

  /** Whether what is issued now is for show. */
  public boolean demo() {
    return press.demo();
  }

  /**
   * How far the certificates of each of the campaign's honours are, in the campaign's order.
   * Without published winners only those of certificates that are there.
   */
  public List<HonourProgress> progress(Campaign campaign) {
    Optional<Confirmed> lists = winners.published(campaign);
    Terms anyTerms =
        new Terms(campaign.dayOf(clock.instant()), "", "", "", new Design(0, OptionalLong.empty()));
    return database.read(
        tx -> {
          Map<String, List<Certificate>> current =
              certificates.current(tx, campaign.id()).stream()
                  .collect(Collectors.groupingBy(Certificate::honour));
          Map<String, List<Recipient>> recipients =
              campaign.honours().stream()
                  .collect(
                      Collectors.toMap(
                          Honour::code,
                          honour ->
                              lists.map(l -> Winners.recipients(l, honour)).orElse(List.of())));
          RecipientCheck.Roll roll =
              check.roll(tx, recipients.values().stream().flatMap(List::stream).toList());
          return campaign.honours().stream()
              .map(
                  honour -> {
                    List<Certificate> there = current.getOrDefault(honour.code(), List.of());
                    List<Recipient> of = recipients.get(honour.code());
                    return HonourProgress.of(
                        honour,
                        there,
                        check
                            .check(roll, campaign, honour, anyTerms, press.demo(), of, there)
                            .stream()
                            .map(Checked::line)
                            .toList());
                  })
              .toList();
        });
  }

  /** Whether the winners of a campaign are published. */
  public boolean isPublished(Campaign campaign) {
    return winners.published(campaign).isPresent();
  }

  /**
   * Checks what certificates of an honour shall say, but for names.
   *
   * @throws CertificateRefused when they cannot be issued like this
   */
  public void check(Campaign campaign, String honour, Terms terms) {
    checkTerms(campaign, honour(campaign, honour), terms);
  }

  /**
   * A recipient before issue; nothing is stored.
   *
   * @param instead whether it would take the place of the recipient's certificate
   * @throws CertificateRefused when there is no such honour
   */
  public IssueLine line(
      Campaign campaign, String honour, Terms terms, Recipient recipient, boolean instead) {
    Honour found = honour(campaign, honour);
    List<Recipient> one = List.of(recipient);
    return database
        .read(
            tx ->
                instead
                    ? checked(tx, campaign, found, terms, one, List.of())
                    : checked(tx, campaign, found, terms, one))
        .get(0)
        .line();
  }

  /**
   * What would be issued to the published winners of an honour; nothing is stored.
   *
   * @throws CertificateRefused when there is no such honour, or its winners are not published
   */
  public List<IssueLine> report(Campaign campaign, String honour, Terms terms) {
    Honour found = honour(campaign, honour);
    List<Recipient> recipients = Winners.recipients(winners.require(campaign), found);
    return database.read(tx -> checked(tx, campaign, found, terms, recipients)).stream()
        .map(Checked::line)
        .toList();
  }

  /**
   * Issues certificates to those published winners of an honour who have none and whose name can be
   * printed.
   *
   * @param officer who orders it
   * @throws CertificateRefused when it cannot be done
   */
  public Ordered issuePublished(Campaign campaign, String honour, Terms terms, String officer) {
    Honour found = honour(campaign, honour);
    Confirmed lists = winners.require(campaign);
    return order(
        campaign,
        found,
        terms,
        Winners.recipients(lists, found),
        Kind.PUBLISHED,
        lists.hash(),
        officer);
  }

  /**
   * Issues certificates to recipients that an officer names. Who has one of this honour gets no
   * other one.
   *
   * @throws CertificateRefused when it cannot be done for anybody
   */
  public Ordered issue(
      Campaign campaign, String honour, Terms terms, List<Recipient> recipients, String officer) {
    if (campaign.state() == Campaign.State.DRAFT) {
      throw new CertificateRefused(Why.DRAFT);
    }
    if (recipients.isEmpty()) {
      throw new CertificateRefused(Why.NOBODY);
    }
    return order(campaign, honour(campaign, honour), terms, recipients, Kind.SENT, "", officer);
  }

  private Ordered order(
      Campaign campaign,
      Honour honour,
      Terms terms,
      List<Recipient> recipients,
      Kind kind,
      String basis,
      String officer) {
    checkTerms(campaign, honour, terms);
    if (recipients.size() > MOST) {
      throw new CertificateRefused(Why.TOO_MANY, Integer.toString(MOST));
    }
    String head = head(honour, terms);
    return database.inTransaction(
        tx -> {
          certificates.take(tx, head, 0);
          List<Checked> checked = checked(tx, campaign, honour, terms, recipients);
          List<NewCertificate> fresh =
              checked.stream().flatMap(c -> c.certificate().stream()).toList();
          if (fresh.isEmpty()) {
            if (kind == Kind.PUBLISHED) {
              throw new CertificateRefused(Why.NOBODY);
            }
            return new Ordered(0, checked.stream().map(Checked::line).toList());
          }
          Instant now = now();
          long batch =
              batches
                  .insert(
                      tx, campaign.id(), honour.code(), kind, basis, "", fresh.size(), officer, now)
                  .orElseThrow(() -> new CertificateRefused(Why.OPEN_ALREADY));
          List<CertificateNumber> numbers =
              take(tx, batch, fresh, terms, head, OptionalLong.empty(), now);
          batches.note(tx, campaign.id(), batch, CertificateEvent.Kind.ORDERED, officer, "", now);
          return new Ordered(batch, numbered(checked, numbers));
        });
  }

  private List<CertificateNumber> take(
      Handle tx,
      long batch,
      List<NewCertificate> fresh,
      Terms terms,
      String head,
      OptionalLong predecessor,
      Instant now) {
    int first = certificates.take(tx, head, fresh.size());
    return certificates.insert(tx, batch, fresh, terms.design(), head, first, predecessor, now);
  }

  private static List<IssueLine> numbered(List<Checked> checked, List<CertificateNumber> numbers) {
    List<IssueLine> lines = new ArrayList<>();
    int next = 0;
    for (Checked one : checked) {
      lines.add(
          one.certificate().isEmpty() ? one.line() : one.line().numbered(numbers.get(next++)));
    }
    return List.copyOf(lines);
  }

  /**
   * Orders a certificate in the place of another one, which stays valid until it is printed.
   *
   * @param name as it should be
   * @param school name or code, as it should be
   * @param reason for the public to read
   * @return the order
   * @throws CertificateRefused when it cannot be done
   */
  public long replace(
      Campaign campaign,
      Certificate old,
      Terms terms,
      String name,
      String school,
      String reason,
      String officer) {
    Honour honour = honour(campaign, old.honour());
    checkTerms(campaign, honour, terms);
    String words = ReasonRule.words(reason);
    String head = head(honour, terms);
    Recipient recipient = new Recipient(name, school, old.account());
    return database.inTransaction(
        tx -> {
          certificates.take(tx, head, 0);
          Certificate now = certificates.lock(tx, old.id()).orElseThrow();
          if (!now.canBeReplaced() || certificates.isBeingReplaced(tx, old.id())) {
            throw new CertificateRefused(Why.OTHER_STATE);
          }
          Checked checked =
              checked(tx, campaign, honour, terms, List.of(recipient), others(tx, old)).get(0);
          checked
              .line()
              .current()
              .ifPresent(
                  taken -> {
                    throw new CertificateRefused(Why.NAME_TAKEN, taken.series());
                  });
          NewCertificate fresh =
              checked
                  .certificate()
                  .orElseThrow(() -> new CertificateRefused(Why.NAME, blocking(checked.line())));
          Instant at = now();
          long batch =
              batches
                  .insert(
                      tx, campaign.id(), honour.code(), Kind.REPLACEMENT, "", words, 1, officer, at)
                  .orElseThrow();
          NewCertificate kept = fresh.of(old);
          take(tx, batch, List.of(kept), terms, head, OptionalLong.of(old.id()), at);
          batches.note(
              tx,
              campaign.id(),
              OptionalLong.of(batch),
              OptionalLong.of(old.id()),
              new CertificateEvent(
                  Optional.empty(), at, CertificateEvent.Kind.REPLACED, officer, words));
          return batch;
        });
  }

  /** Whoever else has a certificate of this honour: the corrected name may be theirs. */
  private List<Certificate> others(Handle tx, Certificate old) {
    return certificates.current(tx, old.campaign(), old.honour()).stream()
        .filter(one -> one.id() != old.id())
        .toList();
  }

  private static String blocking(IssueLine line) {
    return line.current().isPresent() ? line.current().get().series() : findings(line);
  }

  private static String findings(IssueLine line) {
    return line.findings().stream()
        .filter(NameFinding::blocks)
        .flatMap(f -> Stream.concat(Stream.of(f.kind().name()), f.words().stream()))
        .collect(Collectors.joining(" "));
  }

  private List<Checked> checked(
      Handle tx, Campaign campaign, Honour honour, Terms terms, List<Recipient> recipients) {
    return checked(
        tx,
        campaign,
        honour,
        terms,
        recipients,
        certificates.current(tx, campaign.id(), honour.code()));
  }

  private List<Checked> checked(
      Handle tx,
      Campaign campaign,
      Honour honour,
      Terms terms,
      List<Recipient> recipients,
      List<Certificate> current) {
    return check.check(
        check.roll(tx, recipients), campaign, honour, terms, press.demo(), recipients, current);
  }

  private void checkTerms(Campaign campaign, Honour honour, Terms terms) {
    press
        .obstacle()
        .ifPresent(
            why -> {
              throw new CertificateRefused(Why.NO_PRESS, why);
            });
    terms.check(campaign.dayOf(clock.instant()));
    List<String> missing =
        press.unprintable(
            campaign.title() + honour.name() + terms.issuer() + terms.document() + terms.reason());
    if (!missing.isEmpty()) {
      throw new CertificateRefused(Why.UNPRINTABLE, String.join(" ", missing));
    }
  }

  private String head(Honour honour, Terms terms) {
    return SeriesRule.head(
        press.mark(), terms.document(), terms.issuedOn(), honour.of().orElse(Of.TEACHER));
  }

  private static Honour honour(Campaign campaign, String code) {
    return campaign.honours().stream()
        .filter(h -> h.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new CertificateRefused(Why.HONOUR_UNKNOWN));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
