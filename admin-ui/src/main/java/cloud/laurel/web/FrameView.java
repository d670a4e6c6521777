package cloud.laurel.web;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What every page's frame shows: the campaign, who is signed in, which pages they may see. */
@Named("frame")
@RequestScoped
public class FrameView {

  @Inject private CampaignService campaigns;
  @Inject private Caller caller;
  @Inject private HttpServletRequest request;

  private Optional<Campaign> campaign = Optional.empty();

  @PostConstruct
  void load() {
    campaign = campaigns.current();
  }

  /** Whether there is a campaign. */
  public boolean isCampaignThere() {
    return campaign.isPresent();
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
