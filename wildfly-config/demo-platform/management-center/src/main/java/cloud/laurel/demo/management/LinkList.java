package cloud.laurel.demo.management;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Links to other systems in the menu, from the platform's own setting {@code platform.links}:
 * entries with semicolons between them, each {@code title|English title|address|role}. Only people
 * with the role see the link.
 */
@Named("links")
@RequestScoped
public class LinkList {

  @Inject
  @ConfigProperty(name = "platform.links", defaultValue = "-")
  private String setting;

  @Inject private HttpServletRequest request;
  @Inject private Language language;

  /** Those the caller may see, in the setting's order. */
  public List<Link> getVisible() {
    return Arrays.stream(setting.split(";"))
        .map(entry -> entry.split("\\|"))
        .filter(parts -> parts.length == 4 && request.isUserInRole(parts[3].strip()))
        .map(parts -> new Link(title(parts), parts[2].strip()))
        .toList();
  }

  private String title(String[] parts) {
    return parts[language.getLocale().equals(Locale.ENGLISH) ? 1 : 0].strip();
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
