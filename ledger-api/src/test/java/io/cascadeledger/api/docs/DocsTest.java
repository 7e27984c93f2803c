package io.cascadeledger.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages say of each other, and of the tests, is so. */
class DocsTest {

  private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");
  private static final Pattern SOURCE = Pattern.compile("`((?:ledger-|deploy/)[\\w./-]+\\.\\w+)`");

  @Test
  void every_page_has_one_title() {
    assertThat(Page.all()).hasSizeGreaterThan(20).allSatisfy(DocsTest::assertOneTitle);
  }

  private static void assertOneTitle(Page page) {
    assertThat(page.titles()).as(page.path().toString()).isEqualTo(1);
    assertThat(page.lines().getFirst()).startsWith("# ");
  }

  @Test
  void every_link_leads_to_a_file_and_a_heading() {
    List<String> broken = new ArrayList<>();
    for (Page page : Page.all()) {
      for (String link : page.links()) {
        if (!link.contains("://") && !leadsSomewhere(page, link)) {
          broken.add(page.path() + ": " + link);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Page page, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page.path() : page.path().resolveSibling(parts[0]);
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1
        || Page.of(Page.root().relativize(target.normalize()).toString())
            .anchors()
            .contains(parts[1]);
  }

  @Test
  void every_page_of_docs_is_in_its_index() {
    Path docs = Page.root().resolve("docs");
    List<String> pages =
        Page.files(docs, ".md").stream()
            .map(page -> docs.relativize(page).toString())
            .filter(page -> !page.equals("README.md"))
            .toList();

    assertThat(Page.of("docs/README.md").links()).containsAll(pages);
  }

  @Test
  void every_test_that_is_named_exists() {
    List<Path> tests = Page.files(Page.root(), "Test.java");
    List<String> missing = new ArrayList<>();
    for (Page page : Page.all()) {
      String text = String.join("\n", page.lines());
      NAMED_TEST
          .matcher(text)
          .results()
          .filter(named -> tests.stream().noneMatch(it -> has(it, named.group(1), named.group(2))))
          .forEach(named -> missing.add(page.path() + ": " + named.group()));
    }

    assertThat(missing).isEmpty();
  }

  private static boolean has(Path file, String test, String method) {
    return file.getFileName().toString().equals(test + ".java")
        && (method == null || Page.text(file).contains(" " + method + "("));
  }

  @Test
  void every_source_file_that_is_named_exists() {
    List<String> missing = new ArrayList<>();
    for (Page page : Page.all()) {
      SOURCE
          .matcher(String.join("\n", page.lines()))
          .results()
          .filter(named -> !Files.exists(Page.root().resolve(named.group(1))))
          .forEach(named -> missing.add(page.path() + ": " + named.group(1)));
    }

    assertThat(missing).isEmpty();
  }
}
