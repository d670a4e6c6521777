package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.Participation;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.Rules;
import cloud.laurel.standing.Rate;
import cloud.laurel.worklist.SchoolFacts.MonthPart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a school's work is done, due and late on a day (notice-2020, section 3: 工作台账). */
final class WorklistRule {

  private static final Rate NOBODY = new Rate(0, 0);

  private final Campaign campaign;
  private final Deadlines deadlines;
  private final LocalDate today;
  private final Rules rules;
  private final List<Indicator> functions;

  WorklistRule(Campaign campaign, Deadlines deadlines, LocalDate today) {
    this.campaign = campaign;
    this.deadlines = deadlines;
    this.today = today;
    this.rules = campaign.rulesOn(campaign.referenceDay(today));
    this.functions =
        rules.indicators().stream().filter(i -> i.role() == Role.ADMINISTRATOR).toList();
  }

  /** The last two months that have begun: what the pupils' item looks at. */
  static List<YearMonth> months(Campaign campaign, LocalDate today) {
    List<YearMonth> begun = campaign.monthsBegun(today);
    return begun.subList(Math.max(0, begun.size() - 2), begun.size());
  }

  /** What the campaign asks for today, in order. */
  List<Item> items() {
    List<Item> items = new ArrayList<>(List.of(Item.PLAN, Item.TRAINING, Item.ROSTER));
    if (rules.gate().isPresent()) {
      items.add(Item.OPENING);
    }
    if (!rules.participation().isEmpty() && !campaign.monthsBegun(today).isEmpty()) {
      items.add(Item.MONTHS);
    }
    if (!functions.isEmpty()) {
      items.add(Item.FUNCTIONS);
    }
    return items;
  }

  /** A school's entries, one for each of the {@link #items}. */
  List<Entry> entries(SchoolFacts facts) {
    return items().stream()
        .map(
            item ->
                switch (item) {
                  case PLAN -> plan(facts.preparation());
                  case TRAINING -> training(facts.preparation());
                  case ROSTER -> roster(facts.preparation().uploaded());
                  case OPENING -> opening(facts, rules.gate().orElseThrow());
                  case MONTHS -> months(facts);
                  case FUNCTIONS -> functions(facts);
                })
        .toList();
  }

  private Entry plan(Preparation preparation) {
    if (preparation.plan().isEmpty()) {
      return Entry.open(Item.PLAN, Saying.PLAN_NONE, deadlines.plan(), today);
    }
    return switch (preparation.plan().get()) {
      case ACCEPTED -> Entry.done(Item.PLAN, Saying.PLAN_ACCEPTED, preparation.submitted());
      case SUBMITTED -> Entry.done(Item.PLAN, Saying.PLAN_SUBMITTED, preparation.submitted());
      case RETURNED -> Entry.open(Item.PLAN, Saying.PLAN_RETURNED, deadlines.plan(), today);
      case DRAFT -> Entry.open(Item.PLAN, Saying.PLAN_DRAFT, deadlines.plan(), today);
    };
  }

  private Entry training(Preparation preparation) {
    return preparation.trainings() > 0
        ? Entry.done(Item.TRAINING, Saying.TRAINING_HELD, Optional.empty(), preparation.trainings())
        : Entry.open(Item.TRAINING, Saying.TRAINING_NONE, deadlines.training(), today);
  }

  /** Asked for again some time after each upload; late only without one since the preparation. */
  private Entry roster(Optional<LocalDate> uploaded) {
    LocalDate day = campaign.referenceDay(today);
    if (uploaded.isEmpty()) {
      return Entry.open(Item.ROSTER, Saying.ROSTER_NEVER, deadlines.begins(), today);
    }
    long age = Math.max(0, ChronoUnit.DAYS.between(uploaded.get(), day));
    if (age <= deadlines.rosterDays()) {
      return Entry.done(Item.ROSTER, Saying.ROSTER_CURRENT, uploaded, age);
    }
    Status status = uploaded.get().isBefore(deadlines.begins()) ? Status.LATE : Status.DUE;
    LocalDate until = uploaded.get().plusDays(deadlines.rosterDays());
    return new Entry(
        Item.ROSTER, status, Saying.ROSTER_OLD, List.of(age), Optional.of(until), Optional.empty());
  }

  private Entry opening(SchoolFacts facts, Rules.Gate gate) {
    if (facts.teachers().whole() == 0 || facts.students().whole() == 0) {
      return Entry.open(Item.OPENING, Saying.OPENING_NOBODY, deadlines.end(), today);
    }
    long teachers = facts.teachers().missingTo(gate.teachers());
    long students = facts.students().missingTo(gate.students());
    return teachers + students == 0
        ? Entry.done(Item.OPENING, Saying.OPENING_PASSED, Optional.empty())
        : Entry.open(
            Item.OPENING, Saying.OPENING_MISSING, deadlines.end(), today, teachers, students);
  }

  /**
   * Looks ahead: the running month counts as done from the lowest tier on, whatever was missed
   * before, because nothing mends a month that is over. It is late when the month before was missed
   * as well.
   */
  private Entry months(SchoolFacts facts) {
    List<YearMonth> months = months(campaign, today);
    YearMonth last = months.get(months.size() - 1);
    Reach reach = reach(facts, last);
    if (reach.best().whole() == 0) {
      return Entry.done(Item.MONTHS, Saying.MONTHS_NOBODY, Optional.empty()).of(last);
    }
    Long[] numbers = {reach.missing(), reach.best().part(), reach.best().whole()};
    if (reach.missing() == 0) {
      return Entry.done(
              Item.MONTHS, Saying.MONTHS_REACHED, Optional.empty(), numbers[1], numbers[2])
          .of(last);
    }
    LocalDate lastDay = campaign.referenceDay(last, campaign.to());
    boolean missedBefore = months.size() > 1 && reach(facts, months.get(0)).missing() > 0;
    return missedBefore
        ? Entry.open(
                Item.MONTHS, Saying.MONTHS_BEHIND, months.get(0).atEndOfMonth(), today, numbers)
            .of(last)
        : Entry.open(Item.MONTHS, Saying.MONTHS_MISSING, lastDay, today, numbers).of(last);
  }

  private record Reach(Rate best, long missing) {}

  /** How far a month is from the lowest tier of every rule: by its better alternative each (R4). */
  private Reach reach(SchoolFacts facts, YearMonth month) {
    Rate best = NOBODY;
    long missing = 0;
    for (Participation rule : campaign.rulesOf(month).participation()) {
      BigDecimal lowest = rule.tiers().get(0).atLeast();
      Rate better = NOBODY;
      for (int i = 0; i < rule.counted().size(); i++) {
        Rate rate =
            facts.months().getOrDefault(new MonthPart(month.toString(), rule.code(), i), NOBODY);
        better = rate.part() > better.part() || better.whole() == 0 ? rate : better;
      }
      if (best.whole() == 0 || better.missingTo(lowest) > missing) {
        best = better;
      }
      missing = Math.max(missing, better.missingTo(lowest));
    }
    return new Reach(best, missing);
  }

  /**
   * Counted from points, which say as much: each function earns its points once per administrator
   * (rule R1). Where functions earn differently it is the least number that can be missing.
   */
  private Entry functions(SchoolFacts facts) {
    if (facts.administrators() == 0) {
      return Entry.open(Item.FUNCTIONS, Saying.FUNCTIONS_NOBODY, deadlines.end(), today);
    }
    long all = functions.stream().mapToLong(i -> (long) i.points() * i.limit().count()).sum();
    long most = functions.stream().mapToLong(Indicator::points).max().orElse(0);
    long missing = Math.max(0, all * facts.administrators() - facts.administratorPoints());
    return missing == 0 || most == 0
        ? Entry.done(Item.FUNCTIONS, Saying.FUNCTIONS_ALL, Optional.empty())
        : Entry.open(
            Item.FUNCTIONS,
            Saying.FUNCTIONS_OPEN,
            deadlines.end(),
            today,
            (missing + most - 1) / most);
  }
}
