package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import cloud.laurel.worklist.Reminder.ToSchool;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /bureau/remind}: whom a reminder will go to and what it says, before it is sent. */
@Named("remind")
@RequestScoped
public class RemindView {

  /** Schools that are named; more would make a page that nobody reads. */
  private static final int NAMED = 200;

  @Inject private FrameView frame;
  @Inject private WorklistService worklists;
  @Inject private ReminderService reminders;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private RemindRequest asked = new RemindRequest(WorklistQuery.ALL, List.of(), java.util.Set.of());
  private List<Item> items = List.of();
  private Reminder reminder = new Reminder(List.of(), List.of(), 0);

  /** A school that will be told, and of what. */
  public record Told(String code, String name, String items, int people) {}

  /** An item to choose. */
  public record Choice(Item item, boolean chosen) {}

  @PostConstruct
  void load() {
    asked = RemindRequest.of(request, frame.getChosen());
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    Worklist all = worklists.board(campaign);
    items = all.items();
    reminder = reminders.prepare(campaign, asked.select(all), asked.items());
  }

  /** The filter of the worklist. */
  public WorklistQuery getQuery() {
    return asked.query();
  }

  /** Codes of the ticked schools; empty when all of the filter are meant. */
  public List<String> getTicked() {
    return asked.ticked();
  }

  /** The items that schools can be reminded of. */
  public List<Choice> getChoices() {
    return items.stream().map(item -> new Choice(item, asked.items().contains(item))).toList();
  }

  /** The chosen items. */
  public List<Item> getItems() {
    return items.stream().filter(asked.items()::contains).toList();
  }

  /** How many schools will be told. */
  public int getSchools() {
    return reminder.schools().size();
  }

  /** How many people will be told. */
  public int getPeople() {
    return reminder.people();
  }

  /** How many schools have been told of everything today already. */
  public int getReminded() {
    return reminder.reminded();
  }

  /** The schools that will be told, as far as they are named. */
  public List<Told> getTold() {
    WorkWords words = new WorkWords(text);
    return reminder.schools().stream()
        .limit(NAMED)
        .map(
            to ->
                new Told(
                    to.school().code(),
                    to.school().name(),
                    to.items().stream()
                        .map(words::item)
                        .collect(Collectors.joining(text.of("worklist.comma"))),
                    to.administrators().size()))
        .toList();
  }

  /** How many more will be told than are named. */
  public int getUnnamed() {
    return Math.max(0, reminder.schools().size() - NAMED);
  }

  /** Schools that nobody can be told for, as far as they are named. */
  public List<SchoolWork> getUnreachable() {
    return reminder.unreachable().stream().limit(NAMED).toList();
  }

  /** How many these are. */
  public int getUnreachableCount() {
    return reminder.unreachable().size();
  }

  /** The different texts that will be read. */
  public List<String> getTexts() {
    return reminder.schools().stream()
        .map(ToSchool::items)
        .map(of -> text.filled(ReminderService.key(of), ReminderService.arguments(of)))
        .distinct()
        .toList();
  }
}
