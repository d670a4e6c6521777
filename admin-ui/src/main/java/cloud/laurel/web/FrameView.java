package cloud.laurel.web;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Campaign.State;
import cloud.laurel.campaign.CampaignService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What every page's frame shows: the campaign, who is signed in, which pages they may see. */
@Named("frame")
@RequestScoped
public class FrameView {

  private static final Logger LOG = System.getLogger(FrameView.class.getName());

  @Inject private Instance<CampaignService> campaigns;
  @Inject private Caller caller;
  @Inject private HttpServletRequest request;

  private List<Campaign> all = List.of();
  private Optional<Campaign> campaign = Optional.empty();
  private String chosen = "";
  private boolean available = true;

  @PostConstruct
  void load() {
    try {
      all = campaigns.get().offered();
      campaign = asked().filter(c -> c.state() != State.DRAFT);
      chosen = campaign.map(Campaign::code).orElse("");
      campaign = campaign.or(() -> campaigns.get().current(all));
    } catch (RuntimeException e) {
      // The frame is around failure pages too: it must stand when the database does not answer.
      LOG.log(Level.WARNING, "LRL-09002 the frame is shown without its campaign", e);
      available = false;
    }
  }

  /** An archived campaign is no longer offered, but its address still works. */
  private Optional<Campaign> asked() {
    String code = request.getParameter("campaign");
    return code == null ? Optional.empty() : campaigns.get().find(code);
  }

  /** Whether the campaign could be read. */
  public boolean isAvailable() {
    return available;
  }

  /** Whether there is a campaign. */
  public boolean isCampaignThere() {
    return campaign.isPresent();
  }

  /** The campaigns on offer, the newest first. */
  public List<Campaign> getCampaigns() {
    return all;
  }

  /** The code of the campaign that the address asks for; empty when it asks for none. */
  public String getChosen() {
    return chosen;
  }

  /** The code of the campaign that is shown, empty without one. */
  public String getCode() {
    return campaign.map(Campaign::code).orElse("");
  }

  /** An address of ours that keeps the campaign which this page's address asks for. */
  public String link(String path) {
    String kept =
        chosen.isEmpty()
            ? ""
            : (path.contains("?") ? "&" : "?")
                + "campaign="
                + URLEncoder.encode(chosen, StandardCharsets.UTF_8);
    return request.getContextPath() + path + kept;
  }

  /** The campaign that is shown; empty before the first one is created. */
  public Optional<Campaign> campaign() {
    return campaign;
  }

  /** Its title, empty without one. */
  public String getTitle() {
    return campaign.map(Campaign::title).orElse("");
  }

  /** Who runs it, empty without one. */
  public String getOrganizer() {
    return campaign.map(Campaign::organizer).orElse("");
  }

  /** Its first day, empty without one. */
  public String getFrom() {
    return campaign.map(c -> c.from().toString()).orElse("");
  }

  /** Its last day, empty without one. */
  public String getTo() {
    return campaign.map(c -> c.to().toString()).orElse("");
  }

  /** Whether the page that is shown has this address. */
  public boolean at(String path) {
    return request.getRequestURI().equals(request.getContextPath() + path);
  }

  /** Whether somebody is signed in. */
  public boolean isSignedIn() {
    return caller.name().isPresent();
  }

  /** The signed-in name, empty for a stranger. */
  public String getUser() {
    return caller.name().orElse("");
  }

  /** Whether the caller may open their own points. */
  public boolean isTeacher() {
    return caller.has(Caller.TEACHER) || caller.has(Caller.SCHOOL_ADMIN);
  }

  /** Whether the caller may open their school. */
  public boolean isSchoolAdmin() {
    return caller.has(Caller.SCHOOL_ADMIN);
  }

  /** Whether the caller may open the bureau's pages. */
  public boolean isBureau() {
    return caller.isBureau();
  }
}
