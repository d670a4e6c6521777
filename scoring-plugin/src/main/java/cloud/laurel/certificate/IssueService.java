package cloud.laurel.certificate;

import cloud.laurel.announcement.Announcement;
import cloud.laurel.announcement.PublicListService;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.certificate.Batch.Kind;
import cloud.laurel.certificate.CertificateRefused.Why;
import cloud.laurel.certificate.RecipientCheck.Checked;
import cloud.laurel.roster.RosterService;
import cloud.laurel.selection.Confirmed;
import cloud.laurel.selection.HonourList;
import cloud.laurel.selection.SelectionService;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
  private final PublicListService published;
  private final SelectionService selections;
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
    this.published = published;
    this.selections = selections;
    this.check = new RecipientCheck(roster, press);
  }

  /** An order that was taken, with what became of each recipient, in their order. */
  public record Ordered(long batch, List<IssueLine> lines) {}

  /** Why nothing can be issued now; empty when it can. */
  public Optional<String> obstacle() {
    return press.obstacle();
  }

  /** Whether what is issued now is for show. */
  public boolean demo() {
    return press.demo();
  }

  /**
   * What would be issued to the published winners of an honour; nothing is stored.
   *
   * @throws CertificateRefused when there is no such honour, or its winners are not published
   */
  public List<IssueLine> report(Campaign campaign, String honour, Terms terms) {
    Winners winners = winners(campaign, honour);
    return database
        .read(tx -> checked(tx, campaign, winners.honour(), terms, winners.recipients()))
        .stream()
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
    Winners winners = winners(campaign, honour);
    return order(
        campaign,
        winners.honour(),
        terms,
        winners.recipients(),
        Kind.PUBLISHED,
        winners.hash(),
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
    int serial = certificates.take(tx, head, fresh.size());
    List<CertificateNumber> numbers = new ArrayList<>();
    for (NewCertificate one : fresh) {
      numbers.add(
          certificates.insert(tx, batch, one, terms.design(), head, serial++, predecessor, now));
    }
    return numbers;
  }

  private static List<IssueLine> numbered(List<Checked> checked, List<CertificateNumber> numbers) {
    List<IssueLine> lines = new ArrayList<>();
    int next = 0;
    for (Checked one : checked) {
      IssueLine line = one.line();
      lines.add(
          one.certificate().isEmpty()
              ? line
              : new IssueLine(
                  line.recipient(),
                  line.name(),
                  line.school(),
                  line.findings(),
                  Optional.of(numbers.get(next++))));
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
              check
                  .check(tx, campaign, honour, terms, press.demo(), List.of(recipient), List.of())
                  .get(0);
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

  private static String blocking(IssueLine line) {
    return line.findings().stream()
        .filter(NameFinding::blocks)
        .flatMap(f -> Stream.concat(Stream.of(f.kind().name()), f.words().stream()))
        .collect(Collectors.joining(" "));
  }

  private List<Checked> checked(
      Handle tx, Campaign campaign, Honour honour, Terms terms, List<Recipient> recipients) {
    return check.check(
        tx,
        campaign,
        honour,
        terms,
        press.demo(),
        recipients,
        certificates.current(tx, campaign.id(), honour.code()));
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

  /** The published winners of an honour, and the hash of the lists that they come from. */
  private record Winners(Honour honour, String hash, List<Recipient> recipients) {}

  private Winners winners(Campaign campaign, String code) {
    Honour honour = honour(campaign, code);
    String hash =
        published
            .of(campaign)
            .map(PublicListService.Listed::announcement)
            .filter(a -> a.state() == Announcement.State.PUBLISHED)
            .map(Announcement::hash)
            .orElseThrow(() -> new CertificateRefused(Why.NOT_PUBLISHED));
    Confirmed confirmed =
        selections
            .confirmed(campaign)
            .filter(c -> c.hash().equals(hash))
            .orElseThrow(() -> new CertificateRefused(Why.NOT_PUBLISHED));
    boolean person = honour.of().filter(of -> of != Of.TEACHER && of != Of.ADMINISTRATOR).isEmpty();
    return new Winners(
        honour,
        hash,
        confirmed.honours().stream()
            .filter(list -> list.code().equals(code))
            .flatMap(list -> list.winners().stream())
            .map(winner -> recipient(winner, person))
            .toList());
  }

  private static Recipient recipient(HonourList.Winner winner, boolean person) {
    return person
        ? new Recipient(winner.name(), winner.school(), winner.code())
        : new Recipient(winner.name(), winner.code(), "");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
