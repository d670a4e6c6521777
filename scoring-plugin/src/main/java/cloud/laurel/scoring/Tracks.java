package cloud.laurel.scoring;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tracks of a campaign on each day: those of the version that judges the day, and for pupils
 * those of the version that judges the month (rule R14).
 */
final class Tracks {

  private final Campaign campaign;
  private final Map<List<Integer>, OfDay> known = new ConcurrentHashMap<>();

  Tracks(Campaign campaign) {
    this.campaign = campaign;
  }

  private record OfDay(Map<String, List<Track>> byType, Map<String, Track> byName) {}

  /** What an action of this type on this day may count under, in the rules' order. */
  List<Track> taking(String type, LocalDate day) {
    return on(day).byType().getOrDefault(type, List.of());
  }

  /** The track of an indicator or a participation rule's alternative on a day. */
  Optional<Track> named(String indicator, int alternative, LocalDate day) {
    return Optional.ofNullable(on(day).byName().get(name(indicator, alternative)));
  }

  private OfDay on(LocalDate day) {
    int adults = campaign.versionOn(day).number();
    int pupils = campaign.versionOf(YearMonth.from(day)).number();
    return known.computeIfAbsent(List.of(adults, pupils), k -> read(day));
  }

  private OfDay read(LocalDate day) {
    Rules adults = campaign.rulesOn(day);
    Rules pupils = campaign.rulesOf(YearMonth.from(day));
    List<Track> tracks = new ArrayList<>(Track.ofIndicators(adults));
    tracks.addAll(Track.ofParticipation(pupils));
    OfDay read = new OfDay(new HashMap<>(), new HashMap<>());
    for (Track track : tracks) {
      read.byName().put(name(track.indicator(), track.alternative()), track);
      track
          .actions()
          .forEach(t -> read.byType().computeIfAbsent(t, x -> new ArrayList<>(1)).add(track));
    }
    return read;
  }

  private static String name(String indicator, int alternative) {
    return indicator + "/" + alternative;
  }
}
