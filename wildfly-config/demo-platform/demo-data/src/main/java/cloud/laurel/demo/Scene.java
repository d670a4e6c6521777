package cloud.laurel.demo;

import java.time.LocalDate;

/**
 * What one campaign's actions are made from.
 *
 * @param campaign its window
 * @param roster who acts
 * @param today the day up to whose end actions are made; the writer drops those still to come
 * @param plan how much happens
 */
record Scene(DemoCampaign campaign, DemoRoster roster, LocalDate today, Plan plan) {

  /** The days on which something happens. */
  Timetable timetable() {
    return Timetable.between(campaign.from(), campaign.lastDay(today));
  }

  /** A seed of its own for each campaign and kind of people, so that none disturbs another. */
  long seed(int salt) {
    return campaign.code().hashCode() * 31L + salt;
  }

  /**
   * How much happens.
   *
   * @param total about how many actions in all
   * @param pupilShare the share, in per cent, of a school's usual pupil use
   * @param eagerFrom only schools with at least this pupil use have pupils studying
   * @param homeworkShare how many of the studying pupils also do the other thing, in per cent
   * @param leaderDays on how many of four days the two leading teachers work
   */
  record Plan(int total, int pupilShare, int eagerFrom, int homeworkShare, int leaderDays) {
    /** The campaign that is running. */
    static final Plan PRESENT = new Plan(150_000, 100, 1, 32, 3);

    /** The first campaign: smaller, in the beginning few took part. */
    static final Plan FIRST = new Plan(60_000, 58, 72, 2, 1);
  }
}
