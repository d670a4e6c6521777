package cloud.laurel.demo.teaching;

import cloud.laurel.plugin.PluginPage;
import cloud.laurel.plugin.PluginPages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Who is signed in, and what the menu offers them of the plugins' pages. */
@Named("signed")
@RequestScoped
public class Signed {

  @Inject private HttpServletRequest request;
  @Inject private PlatformUsers users;
  @Inject private PluginPages pages;
  @Inject private Language language;

  /** The person who is signed in. */
  public PlatformUser getUser() {
    return users
        .byUsername(request.getRemoteUser())
        .orElseThrow(() -> new IllegalStateException("not a person of the platform"));
  }

  /** The plugins' pages that this person may see. */
  public List<Link> getPages() {
    return pages.visibleTo(request::isUserInRole).stream().map(this::link).toList();
  }

  private Link link(PluginPage page) {
    return new Link(page.title(language.getLocale()), page.path());
  }

  /** A link of the menu. */
  public static final class Link {
    private final String title;
    private final String address;

    Link(String title, String address) {
      this.title = title;
      this.address = address;
    }

    /** What the menu says. */
    public String getTitle() {
      return title;
    }

    /** Where it leads. */
    public String getAddress() {
      return address;
    }
  }
}
