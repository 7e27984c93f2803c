package io.cascadeledger.api.server;

import io.cascadeledger.api.command.CloseDayCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/**
 * A guide while it is run: its commands are sent in their order, and the answers and journals that
 * it shows are written anew.
 */
final class Guide {

  private static final Pattern BLOCK =
      Pattern.compile("```(sh|json|csv|text)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile("(?m)^# (\\w+) is its (\\w+)\\.$");
  private static final Pattern IDENTIFIER =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern UNLIKE_EACH_TIME =
      Pattern.compile(
          "(\"(?:(?:posted|started|ended|closed|last_activity|defined|revised|known|recorded|taken"
              + "|requested)_at|retired_on|asked_by|correlation_id|(?:trial_balance_)?sha256|verifier"
              + "|note)\" : )\"[^\"]*\"");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[\\d.]+Z");
  private static final Pattern CLOSE_DAY = Pattern.compile("(?m)^\\./ledger close-day (\\S+)$");

  /** How a block begins whose command is to be refused. */
  private static final String REFUSED = "# This is refused.\n";

  private final Tenant lender;
  private final Tenant another;
  private final UUID loan = UUID.randomUUID();
  private final Map<String, String> variables = new HashMap<>();
  private final GuideJournal journal;
  private String answer;
  private String printed;

  Guide(Tenant lender) {
    this.lender = lender;
    this.another = lender.another();
    this.journal = new GuideJournal(lender, loan);
    variables.put("LEDGER", "http://localhost:" + lender.port());
    variables.put("TOKEN", lender.token());
    variables.put("TOKEN_OF_ANOTHER", another.token());
    variables.put("LOAN", loan.toString());
    variables.put("BORROWER", Bodies.BORROWER);
  }

  /** Runs a page, and gives it as it should be. */
  String run(String page) {
    StringBuilder written = new StringBuilder();
    Matcher blocks = BLOCK.matcher(page);
    while (blocks.find()) {
      String content = blocks.group(2);
      String shown =
          switch (blocks.group(1)) {
            case "sh" -> send(content);
            case "json" ->
                named(
                    UNLIKE_EACH_TIME
                            .matcher(JsonMapper.shared().readTree(answer).toPrettyString())
                            .replaceAll("$1\"…\"")
                        + "\n");
            case "csv" -> named(TIME.matcher(answer).replaceAll("…").replace("\r", ""));
            default -> text(content);
          };
      blocks.appendReplacement(
          written, Matcher.quoteReplacement("```" + blocks.group(1) + "\n" + shown + "```"));
    }
    return blocks.appendTail(written).toString();
  }

  /** What a program has printed, or the journal. */
  private String text(String content) {
    String output = printed;
    printed = null;
    if (output != null) {
      return output;
    }
    return content.startsWith("entry") || content.isBlank() ? journal.text() : content;
  }

  private String send(String content) {
    CLOSE_DAY.matcher(content).results().forEach(day -> closeDay(day.group(1)));
    for (String command : CurlLine.in(content.replaceAll("(?m)^#.*\n", ""))) {
      Reply reply = lender.send(CurlLine.request(withValues(command)));
      if (reply.status() >= 300 != content.startsWith(REFUSED)) {
        throw new AssertionError(command + "\n" + reply.body());
      }
      answer = answer(reply);
    }
    journal.read();
    NAMED
        .matcher(content)
        .results()
        .forEach(named -> variables.put(named.group(1), member(named.group(2))));
    return content;
  }

  private void closeDay(String date) {
    StringWriter out = new StringWriter();
    int exit =
        new CommandLine(new CloseDayCommand())
            .setOut(new PrintWriter(out))
            .execute(date, "--url=" + variables.get("LEDGER"), "--token=" + lender.token());
    if (exit != 0) {
      throw new AssertionError("close-day " + date + ": " + exit + " " + out);
    }
    printed = out.toString();
  }

  private String withValues(String command) {
    List<String> longestFirst = new ArrayList<>(variables.keySet());
    longestFirst.sort((one, other) -> other.length() - one.length());
    String text = command;
    for (String name : longestFirst) {
      text =
          text.replace("'$" + name + "'", variables.get(name))
              .replace("$" + name, variables.get(name));
    }
    return text;
  }

  private static String answer(Reply reply) {
    return reply.header("Content-Type").equals(Batch.NDJSON)
        ? reply.body().lines().findFirst().orElseThrow() // of a batch, the first result
        : reply.body();
  }

  private String member(String name) {
    return JsonMapper.shared().readTree(answer).path(name).asString();
  }

  /** A text with names in place of what is another each time. */
  private String named(String text) {
    Map<String, String> names =
        variables.entrySet().stream()
            .filter(it -> !it.getKey().startsWith("TOKEN"))
            .collect(
                Collectors.toMap(Map.Entry::getValue, it -> "$" + it.getKey(), (one, _) -> one));
    names.putAll(journal.names());
    return IDENTIFIER
        .matcher(
            text.replace(lender.client().client().id(), "alice")
                .replace(another.client().client().id(), "bob")
                .replace(lender.name() + "\\n", "acme\\n"))
        .replaceAll(id -> Matcher.quoteReplacement(names.getOrDefault(id.group(), "…")));
  }
}
