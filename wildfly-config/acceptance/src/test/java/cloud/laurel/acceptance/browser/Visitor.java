package cloud.laurel.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Api;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.TestServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser of their own, with a language and a colour scheme. */
final class Visitor implements AutoCloseable {

  private static final int HEIGHT = 900;
  private static final int PHONE = 390;
  private static final int DESK = 1440;

  private final TestServer server;
  private final BrowserContext context;
  private final Page page;
  private final String language;
  private final List<String> errors = new ArrayList<>();

  private Visitor(TestServer server, BrowserContext context, String language) {
    this.server = server;
    this.context = context;
    this.language = language;
    this.page = context.newPage();
    FailureReport.watch(page);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> errors.add(page.url() + ": " + error));
  }

  static Visitor of(TestServer server, Browser browser, String language, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(DESK, HEIGHT)
                .setColorScheme(scheme)
                .setLocale(language));
    String home = server.http("/").toString();
    context.addCookies(
        List.of(
            new Cookie("laurel-language", language).setUrl(home),
            new Cookie("platform-language", language).setUrl(home)));
    return new Visitor(server, context, language);
  }

  Page page() {
    return page;
  }

  void open(String path) {
    page.navigate(server.http(path).toString());
  }

  /** Opens a page that asks for a sign-in, and signs in there. */
  void signIn(String path, String user) {
    open(path);
    page.locator("input[name=j_username]").fill(user);
    page.locator("input[name=j_password]").fill(Api.PASSWORD);
    page.locator("main button[type=submit]").click();
    page.waitForURL(url -> !url.contains("sign-in") && !url.contains("login"));
    assertThat(isAskedToSignIn()).as(page.url()).isFalse();
  }

  boolean isAskedToSignIn() {
    return page.locator("input[name=j_password]").count() > 0;
  }

  /** No rule of WCAG 2.2 AA is broken on the page as it is shown now. */
  void assertAccessible() {
    assertThat(
            new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations())
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .as(page.url())
        .isEmpty();
  }

  /** On a phone the page is as wide as the screen. */
  void assertFitsPhone() {
    page.setViewportSize(PHONE, HEIGHT);
    Object width = page.evaluate("document.documentElement.scrollWidth");
    assertThat(((Number) width).intValue()).as(page.url()).isLessThanOrEqualTo(PHONE);
    page.setViewportSize(DESK, HEIGHT);
  }

  void assertNoErrors() {
    assertThat(errors).isEmpty();
  }

  /** Keeps the page as a phone and as a desk shows it. */
  void keep(String name) {
    for (int width : List.of(PHONE, DESK)) {
      page.setViewportSize(width, HEIGHT);
      Path file = Path.of("target/screenshots", name + "-" + language + "-" + width + ".png");
      page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
