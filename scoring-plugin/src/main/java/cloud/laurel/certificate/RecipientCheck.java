package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.certificate.NameFinding.Kind;
import cloud.laurel.roster.Membership;
import cloud.laurel.roster.Person;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Holds recipients against roster and fonts: how each name is printed, and what is wrong or odd
 * about it. A few statements for all of them, whatever their number.
 */
final class RecipientCheck {

  /** H2 holds each row against the whole of a list: long ones cost their square. */
  private static final int PORTION = 2_000;

  private final RosterService roster;
  private final CertificatePress press;
  private final NameRule names;

  RecipientCheck(RosterService roster, CertificatePress press) {
    this.roster = roster;
    this.press = press;
    this.names = new NameRule(press::unprintable);
  }

  /** A recipient with its line; the certificate is empty when it is blocked. */
  record Checked(IssueLine line, Optional<NewCertificate> certificate) {}

  /** What the roster says of schools, by code and by name, and of some accounts. */
  record Roll(
      Map<String, School> schools,
      Function<String, List<School>> named,
      Map<String, String> centrals,
      Map<String, Person> people) {}

  /** Reads what the roster says. */
  Roll roll(Handle tx, List<Recipient> recipients) {
    if (recipients.isEmpty()) {
      return new Roll(Map.of(), name -> List.of(), Map.of(), Map.of());
    }
    List<School> schools = roster.schools();
    return new Roll(
        schools.stream().collect(Collectors.toMap(School::code, school -> school)),
        roster.schoolsByName(schools),
        roster.centralNames(),
        people(tx, recipients));
  }

  private Map<String, Person> people(Handle tx, List<Recipient> recipients) {
    List<String> accounts =
        recipients.stream().map(Recipient::account).filter(a -> !a.isEmpty()).distinct().toList();
    Map<String, Person> people = new HashMap<>();
    for (int from = 0; from < accounts.size(); from += PORTION) {
      int to = Math.min(accounts.size(), from + PORTION);
      people.putAll(roster.byAccounts(tx, accounts.subList(from, to)));
    }
    return people;
  }

  /** Checks recipients of one honour. */
  List<Checked> check(
      Roll roll,
      Campaign campaign,
      Honour honour,
      Terms terms,
      boolean demo,
      List<Recipient> recipients,
      List<Certificate> current) {
    Of of = honour.of().orElse(Of.TEACHER);
    Round round = new Round(roll, campaign, honour, of, terms, demo, current);
    return recipients.stream().map(round::check).toList();
  }

  /** What is known about all recipients together. */
  private final class Round {
    private final Campaign campaign;
    private final Honour honour;
    private final Of of;
    private final Terms terms;
    private final boolean demo;
    private final Roll roll;
    private final Map<String, CertificateNumber> byRecipient = new HashMap<>();
    private final Map<String, List<Certificate>> bySameName = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Set<String>> accountsOfName = new HashMap<>();

    Round(
        Roll roll,
        Campaign campaign,
        Honour honour,
        Of of,
        Terms terms,
        boolean demo,
        List<Certificate> current) {
      this.roll = roll;
      this.campaign = campaign;
      this.honour = honour;
      this.of = of;
      this.terms = terms;
      this.demo = demo;
      for (Certificate one : current) {
        NewCertificate same =
            new NewCertificate(
                one.campaign(), one.honour(), one.printed(), one.account(), one.school());
        byRecipient.put(same.recipient(), one.number());
        bySameName.computeIfAbsent(same.sameName(), key -> new ArrayList<>()).add(one);
      }
    }

    Checked check(Recipient recipient) {
      NameRule.Checked checked = names.check(recipient.name());
      List<NameFinding> findings = new ArrayList<>(checked.findings());
      Place place = place(recipient, checked.name(), findings);
      boolean person = of == Of.TEACHER || of == Of.ADMINISTRATOR;
      if (!person) {
        findings.removeIf(f -> f.kind() == Kind.UNUSUAL);
        compareWithRoster(checked.name(), place, findings);
      }
      if (person && !recipient.account().isEmpty()) {
        compareWithRoster(recipient, checked.name(), place, findings);
      }
      List<String> missing = press.unprintable(place.name());
      if (!missing.isEmpty()) {
        findings.add(new NameFinding(Kind.UNPRINTABLE, missing));
      }
      String name = person || place.name().isEmpty() ? checked.name() : place.name();
      NewCertificate certificate =
          new NewCertificate(
              campaign.id(),
              honour.code(),
              new Printed(
                  of,
                  name,
                  person ? place.name() : "",
                  campaign.title(),
                  terms.reason(),
                  honour.name(),
                  terms.document(),
                  terms.issuer(),
                  terms.issuedOn(),
                  demo),
              person ? recipient.account() : "",
              place.code());
      Optional<CertificateNumber> current = current(certificate);
      if (current.isEmpty()) {
        compareWithOthers(certificate, findings);
      }
      IssueLine line =
          new IssueLine(recipient, name, person ? place.name() : "", findings, current);
      return new Checked(line, line.isNew() ? Optional.of(certificate) : Optional.empty());
    }

    /** A certificate that the recipient has; one without account counts for its name and school. */
    private Optional<CertificateNumber> current(NewCertificate certificate) {
      Optional<CertificateNumber> same =
          Optional.ofNullable(byRecipient.get(certificate.recipient()));
      return same.isPresent()
          ? same
          : bySameName.getOrDefault(certificate.sameName(), List.of()).stream()
              .filter(one -> one.account().isEmpty() || certificate.account().isEmpty())
              .map(Certificate::number)
              .findFirst();
    }

    private void compareWithOthers(NewCertificate certificate, List<NameFinding> findings) {
      Set<String> accounts =
          accountsOfName.computeIfAbsent(certificate.sameName(), key -> new HashSet<>());
      boolean unclear =
          !accounts.isEmpty() && (accounts.contains("") || certificate.account().isEmpty());
      if (!seen.add(certificate.recipient()) || unclear) {
        findings.add(new NameFinding(Kind.TWICE, List.of()));
      } else if (!accounts.isEmpty() || bySameName.containsKey(certificate.sameName())) {
        findings.add(new NameFinding(Kind.NAMESAKE, List.of()));
      }
      accounts.add(certificate.account());
    }

    private Place place(Recipient recipient, String name, List<NameFinding> findings) {
      if (of == Of.CENTRAL_SCHOOL) {
        String code = recipient.school().isEmpty() ? name : recipient.school().strip();
        return roll.centrals().entrySet().stream()
            .filter(c -> c.getKey().equals(code) || c.getValue().equals(name))
            .map(c -> new Place(c.getKey(), c.getValue()))
            .findFirst()
            .orElseGet(() -> unknown(Kind.SCHOOL_UNKNOWN, List.of(), findings));
      }
      String asked =
          of == Of.SCHOOL && recipient.school().isBlank() ? name : recipient.school().strip();
      if (roll.schools().containsKey(asked)) {
        return new Place(asked, roll.schools().get(asked).name());
      }
      List<School> found = roll.named().apply(asked);
      return switch (found.size()) {
        case 0 -> unknown(Kind.SCHOOL_UNKNOWN, List.of(), findings);
        case 1 -> new Place(found.get(0).code(), found.get(0).name());
        default ->
            unknown(Kind.SCHOOL_AMBIGUOUS, found.stream().map(School::code).toList(), findings);
      };
    }

    private static Place unknown(Kind kind, List<String> words, List<NameFinding> findings) {
      findings.add(new NameFinding(kind, words));
      return new Place("", "");
    }

    private static void compareWithRoster(String name, Place place, List<NameFinding> findings) {
      if (!place.name().isEmpty()
          && !LookupRule.plain(place.name()).equals(LookupRule.plain(name))) {
        findings.add(new NameFinding(Kind.SCHOOL_NAME, List.of(place.name())));
      }
    }

    private void compareWithRoster(
        Recipient recipient, String name, Place place, List<NameFinding> findings) {
      Person person = roll.people().get(recipient.account());
      if (person == null) {
        findings.add(new NameFinding(Kind.ACCOUNT_UNKNOWN, List.of(recipient.account())));
        return;
      }
      if (!LookupRule.plain(person.name()).equals(LookupRule.plain(name))) {
        findings.add(new NameFinding(Kind.ROSTER_NAME, List.of(person.name())));
      }
      LocalDate day = terms.issuedOn();
      List<String> schools = person.on(day).stream().map(Membership::school).distinct().toList();
      if (!schools.isEmpty() && !place.code().isEmpty() && !schools.contains(place.code())) {
        findings.add(
            new NameFinding(
                Kind.ROSTER_SCHOOL,
                schools.stream()
                    .map(
                        s -> Optional.ofNullable(roll.schools().get(s)).map(School::name).orElse(s))
                    .toList()));
      }
    }
  }

  /** A school or central school. */
  private record Place(String code, String name) {}
}
