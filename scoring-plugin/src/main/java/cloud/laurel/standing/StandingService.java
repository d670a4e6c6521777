package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Campaign.State;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.Limit;
import cloud.laurel.campaign.PeriodRule;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.Rules;
import cloud.laurel.campaign.Shared;
import cloud.laurel.roster.Membership;
import cloud.laurel.roster.Person;
import cloud.laurel.roster.RosterService;
import cloud.laurel.standing.PersonStanding.InRole;
import cloud.laurel.standing.PersonStanding.IndicatorPoints;
import cloud.laurel.standing.SchoolScoreRule.Counts;
import cloud.laurel.standing.StandingRepository.Earned;
import cloud.laurel.standing.StandingRepository.Place;
import cloud.laurel.store.Database;
import cloud.laurel.store.Stripes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Where schools and people stand; every answer is current to the action. */
public class StandingService {

  private static final int DAY_ROWS = 200;

  private final Database database;
  private final RosterService roster;
  private final Totals totals;
  private final InstantSource clock;
  private final StandingRepository standings = new StandingRepository();
  private final SchoolReader schools;
  private final PeopleRepository people = new PeopleRepository();
  private final SpreadRepository spread = new SpreadRepository();
  private final LedgerRepository ledgers = new LedgerRepository();
  private final NextStepRepository next = new NextStepRepository();
  private final Shared<SchoolOverview> boards = new Shared<>();

  /** The day for which each book is known to have been counted. */
  private final Map<Integer, LocalDate> counted = new ConcurrentHashMap<>();

  /** One for a database. */
  public StandingService(
      Database database, RosterService roster, Totals totals, InstantSource clock) {
    this.database = database;
    this.roster = roster;
    this.totals = totals;
    this.clock = clock;
    this.schools = new SchoolReader(standings, clock);
  }

  /**
   * Counts a running campaign for the present day, if that has not been done: the roster of a new
   * day, a month that begins or closes. Cheap when there is nothing to do; called by a timer and
   * before each answer.
   */
  public void refresh(Campaign campaign) {
    LocalDate today = campaign.dayOf(clock.instant());
    if (campaign.state() == State.RUNNING && !today.equals(counted.get(campaign.book()))) {
      if (!database.read(tx -> totals.countedFor(tx, campaign.book())).equals(Optional.of(today))) {
        database.useTransaction(tx -> refresh(tx, campaign));
      }
      // Whatever else counts this book afresh today counts it for today too.
      counted.put(campaign.book(), today);
    }
  }

  /** Counts a campaign for the present day; nobody judges until the transaction ends. */
  public void refresh(Handle tx, Campaign campaign) {
    Stripes.lockAll(tx);
    totals.recount(tx, campaign, Optional.empty(), clock.instant());
  }

  /**
   * Puts a portion of what batches changed into the spread of points that ranks are read from.
   * Nobody sees a difference; without it readers would have more and more to add up.
   *
   * @return whether more may be waiting
   */
  public boolean fold() {
    return database.inTransaction(spread::fold);
  }

  /** All schools, ranked, current to the action. */
  public SchoolStandings schools(Campaign campaign) {
    return overview(campaign).standings();
  }

  /** All schools, ranked, each with the parts of its score; current to the action. */
  public SchoolOverview overview(Campaign campaign) {
    refresh(campaign);
    return database.read(tx -> overview(tx, campaign));
  }

  /** The same as one transaction sees it, as of the last count. */
  public SchoolOverview overview(Handle tx, Campaign campaign) {
    return schools.overview(tx, campaign);
  }

  /**
   * All schools as pages show them, a moment old: any number of people looking at any number of
   * schools costs one reading.
   */
  public SchoolOverview board(Campaign campaign) {
    return boards.get(campaign, () -> overview(campaign));
  }

  /** Has the boards read anew before they are shown again. */
  public void forgetBoards() {
    boards.forget();
  }

  /** Keeps the boards fresh; to be called again and again by one thread. */
  public void keep() {
    boards.keep();
  }

  /** Actions accepted and not yet judged in a campaign's book. */
  public long pending(Handle tx, Campaign campaign) {
    return standings.pending(tx, campaign.book());
  }

  List<SchoolStandings.Row> rows(Handle tx, Campaign campaign) {
    return overview(tx, campaign).standings().rows();
  }

  /** The schools that are ranked. */
  public List<String> schoolCodes(Handle tx, Campaign campaign) {
    return schools.codes(tx, campaign);
  }

  /** What the scores are made of as of the last count, by school. */
  public Map<String, Counts> counts(Handle tx, Campaign campaign) {
    return schools.counts(tx, campaign);
  }

  /** The day whose roster the counts show; empty before the first count. */
  public Optional<LocalDate> countedFor(Handle tx, Campaign campaign) {
    return totals.countedFor(tx, campaign.book());
  }

  /** A school's score unfolded, with its rank; empty when the school is unknown. */
  public Optional<SchoolDetail> school(Campaign campaign, String school) {
    refresh(campaign);
    return database.inSnapshot(tx -> schools.detail(tx, campaign, overview(tx, campaign), school));
  }

  /**
   * A school's score unfolded, current to the action, with the rank that it has among the others of
   * a board; empty when the school is not on it.
   */
  public Optional<SchoolDetail> school(Campaign campaign, String school, SchoolOverview board) {
    refresh(campaign);
    return database.read(tx -> schools.detail(tx, campaign, board, school));
  }

  /**
   * What lifts a school's score next, the most for a single action first; empty unless the campaign
   * is scoring today.
   */
  public List<NextStep> nextSteps(Campaign campaign, SchoolDetail school) {
    LocalDate today = campaign.dayOf(clock.instant());
    if (campaign.state() != State.RUNNING || !campaign.covers(clock.instant())) {
      return List.of();
    }
    return new NextStepRule(campaign, today)
        .steps(
            school,
            database.read(
                tx -> next.people(tx, campaign, school.code(), campaign.referenceDay(today))));
  }

  /** A person's points; empty when the account was never on the roster. */
  public Optional<PersonStanding> person(Campaign campaign, String account) {
    return roster.find(account).map(person -> person(campaign, person));
  }

  /** The points of somebody who is on the roster. */
  public PersonStanding person(Campaign campaign, Person person) {
    refresh(campaign);
    return database.inSnapshot(tx -> standing(tx, campaign, person));
  }

  /** What somebody has of each function in the rules of today, without ranks. */
  public List<IndicatorPoints> functions(Campaign campaign, Person person, Role role) {
    LocalDate today = campaign.dayOf(clock.instant());
    Rules rules = campaign.rulesOn(today);
    List<Earned> earned =
        database.read(tx -> standings.earned(tx, campaign.book(), person.account()));
    return rules.indicators().stream()
        .filter(i -> i.role() == role)
        .map(i -> indicator(rules, i, earned, today))
        .toList();
  }

  private PersonStanding standing(Handle tx, Campaign campaign, Person person) {
    LocalDate today = campaign.dayOf(clock.instant());
    StandingRepository.Own own = standings.own(tx, campaign.book(), person.account());
    Map<Role, Long> points = own.points();
    List<InRole> roles = new ArrayList<>();
    for (Role role : List.of(Role.TEACHER, Role.ADMINISTRATOR, Role.STUDENT)) {
      boolean held = person.memberships().stream().anyMatch(m -> m.role() == role);
      if (held || points.containsKey(role)) {
        roles.add(inRole(tx, campaign, person, role, points.getOrDefault(role, 0L)));
      }
    }
    List<Earned> earned = standings.earned(tx, campaign.book(), person.account());
    Rules rules = campaign.rulesOn(today);
    List<IndicatorPoints> indicators =
        rules.indicators().stream()
            .filter(i -> roles.stream().anyMatch(r -> r.role() == i.role()))
            .map(i -> indicator(rules, i, earned, today))
            .toList();
    return new PersonStanding(
        person.account(),
        person.name(),
        points.values().stream().mapToLong(Long::longValue).sum(),
        roles,
        indicators,
        former(campaign, rules, earned, today),
        course(earned),
        clock.instant(),
        own.pending());
  }

  private static PersonCourse course(List<Earned> earned) {
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    earned.stream()
        .filter(e -> e.points() > 0)
        .forEach(e -> days.merge(e.day(), e.points(), Long::sum));
    return new PersonCourse(days);
  }

  /** The reference day of rule R6 for which the book was counted. */
  private LocalDate day(Handle tx, Campaign campaign) {
    return campaign.referenceDay(
        Optional.ofNullable(counted.get(campaign.book()))
            .or(() -> totals.countedFor(tx, campaign.book()))
            .orElseGet(() -> campaign.dayOf(clock.instant())));
  }

  /** Ranks are those of the campaign's reference day (rule R6); pupils have none. */
  private InRole inRole(Handle tx, Campaign campaign, Person person, Role role, long points) {
    LocalDate day = day(tx, campaign);
    Optional<String> school =
        person.on(day).stream()
            .filter(m -> m.role() == role)
            .map(Membership::school)
            .min(Comparator.naturalOrder());
    if (role == Role.STUDENT) {
      return new InRole(role, points, 0, 0, school, 0, 0, 0, 0);
    }
    Spread inAll = spread.of(tx, campaign.book(), role);
    Place inSchool =
        school
            .map(s -> standings.placeIn(tx, campaign.book(), s, role, points, day))
            .orElse(new Place(0, 0, 0));
    return new InRole(
        role,
        points,
        inAll.rank(points),
        inAll.among(),
        school,
        inSchool.rank(),
        inSchool.among(),
        inAll.missing(points),
        inSchool.missing());
  }

  /**
   * What somebody earned by indicators that today's rules no longer have, newest versions first.
   */
  private static List<IndicatorPoints> former(
      Campaign campaign, Rules rules, List<Earned> earned, LocalDate today) {
    Map<String, Indicator> former = new LinkedHashMap<>();
    for (int i = campaign.versions().size() - 1; i >= 0; i--) {
      campaign.versions().get(i).rules().indicators().forEach(x -> former.putIfAbsent(x.code(), x));
    }
    rules.indicators().forEach(i -> former.remove(i.code()));
    former.keySet().retainAll(earned.stream().map(Earned::indicator).toList());
    return former.values().stream().map(i -> indicator(rules, i, earned, today)).toList();
  }

  private static IndicatorPoints indicator(
      Rules rules, Indicator indicator, List<Earned> earned, LocalDate today) {
    Limit limit = indicator.limit();
    String period = PeriodRule.period(limit.per(), today, rules, Optional.empty());
    List<Earned> own = earned.stream().filter(e -> e.indicator().equals(indicator.code())).toList();
    long inPeriod =
        own.stream().filter(e -> e.period().equals(period)).mapToLong(Earned::counted).sum();
    return new IndicatorPoints(
        indicator,
        own.stream().mapToLong(Earned::counted).sum(),
        own.stream().mapToLong(Earned::points).sum(),
        own.stream().filter(e -> e.day().equals(today)).mapToLong(Earned::points).sum(),
        inPeriod >= limit.count());
  }

  /**
   * A person's journal under a campaign, newest first.
   *
   * @param offset rows to skip, at least 0
   * @param size rows wanted, 1 to 200
   */
  public LedgerPage ledger(Campaign campaign, String account, int offset, int size) {
    return ledger(campaign, account, LedgerQuery.ALL, offset, size);
  }

  /** What {@link #ledger(Campaign, String, int, int)} gives, as far as a query asks for it. */
  public LedgerPage ledger(
      Campaign campaign, String account, LedgerQuery query, int offset, int size) {
    return database.inTransaction(
        tx ->
            new LedgerPage(
                ledgers.size(tx, campaign.book(), account, query),
                ledgers.page(tx, campaign, account, query, offset, size),
                clock.instant(),
                standings.pending(tx, campaign.book())));
  }

  /** What became of one action for somebody: a row for each indicator that takes it. */
  public List<LedgerPage.Row> entry(Campaign campaign, String account, String action) {
    return database.read(tx -> ledgers.entry(tx, campaign, account, action));
  }

  /** What a day brought somebody: at most {@value #DAY_ROWS} rows. */
  public PersonDay day(Campaign campaign, String account, LocalDate day) {
    return database.inTransaction(
        tx ->
            new PersonDay(
                day, ledgers.page(tx, campaign, account, LedgerQuery.of(day), 0, DAY_ROWS)));
  }

  /**
   * A school's people in one role, on the campaign's reference day (rule R6). A page behind the
   * last one is empty and knows no total.
   *
   * @param role never {@link Role#STUDENT}: pupils are not listed by name
   * @param offset people to skip, at least 0
   * @param size people wanted, 1 to 200
   */
  public PeoplePage people(
      Campaign campaign, String school, Role role, PeopleOrder order, int offset, int size) {
    if (role == Role.STUDENT) {
      throw new IllegalArgumentException("role: pupils are not listed by name");
    }
    refresh(campaign);
    return database.inSnapshot(
        tx -> {
          int book = campaign.book();
          LocalDate day = day(tx, campaign);
          OffsetDateTime dayEnd = day.plusDays(1).atStartOfDay(campaign.zone()).toOffsetDateTime();
          Spread all = spread.of(tx, book, role);
          List<PeopleRepository.Found> found =
              people.people(tx, book, school, role, day, dayEnd, order, offset, size, all);
          return new PeoplePage(
              found.stream().findFirst().map(PeopleRepository.Found::total).orElse(0L),
              all.among(),
              found.stream().map(PeopleRepository.Found::row).toList(),
              clock.instant());
        });
  }
}
