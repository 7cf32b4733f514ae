package dev.quayside.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Shop;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page at {@code /docs} in the Chromium of this machine. */
@EndToEnd
class DocsPageIT {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final int MOST_STEPS = 200;
    private static final int A_STEP = 400;
    private static final int PAUSE_MILLIS = 100;

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @BeforeEach
    void openPage() {
        page = browser.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(Shop.running().gatewayUrl() + "/docs");
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    /** What keeps the page from a script, a style or a call of its own is an error in the browser's console. */
    @Test
    void showsEveryGroupWithoutAComplaint() {
        for (String group : List.of("identity", "storefront", "admin", "webhooks")) {
            assertThat(scrolledTo("#operations-tag-" + group)).isVisible();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void signsInWithAKeyAndSendsACall() {
        String id = "#operations-admin-adminListProducts";
        Locator operation = scrolledTo(id);
        send(operation);
        assertThat(status(operation)).hasText("401");
        signIn();
        send(scrolledTo(id));
        assertThat(status(operation)).hasText("200");
        assertThat(operation.locator(".live-responses-table")).containsText("\"page\"");
    }

    /** The page has only what is in sight, of so many operations; this goes down from its top until it has what is looked for. */
    private Locator scrolledTo(String id) {
        Locator found = page.locator(id);
        page.locator("#operations-tag-identity, .opblock").first().waitFor();
        page.evaluate("window.scrollTo(0, 0)");
        for (int step = 0; step < MOST_STEPS && found.count() == 0; step++) {
            page.mouse().wheel(0, A_STEP);
            page.waitForTimeout(PAUSE_MILLIS);
        }
        return found;
    }

    private void signIn() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Authorize").setExact(true)).click();
        Locator bearer = page.locator(".auth-container")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^bearer")));
        bearer.locator("input").fill(Shop.running().adminApiKey());
        bearer.locator("button.authorize").click();
        page.locator(".close-modal").click();
    }

    private static void send(Locator operation) {
        if (operation.locator(".execute").count() == 0) {
            operation.locator(".opblock-summary-control").click();
        }
        operation.locator(".execute").click();
    }

    private static Locator status(Locator operation) {
        return operation.locator(".live-responses-table tbody .response-col_status").first();
    }

    private static Path chromium() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("install Chromium: none of " + NAMES + " is on the PATH"));
    }
}
