package io.cascadeledger.bench;

import io.cascadeledger.bench.http.Conversation;
import io.cascadeledger.bench.http.Keys;
import io.cascadeledger.bench.http.Loans;
import io.cascadeledger.bench.http.MatchingConversation;
import io.cascadeledger.bench.report.Reading;
import io.cascadeledger.bench.report.Report;
import io.cascadeledger.bench.report.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Payments that are matched on debtor accounts of ten entries, and on one of 10,000. */
final class Matching {

  /** The load is one client, which the server would turn away. */
  static final Map<String, String> UNLIMITED = Map.of("LEDGER_DEBTORREQUESTSPERSECOND", "1000000");

  private static final int SOME = 32;
  private static final int SHARE_OF_WARM_UP = 2;
  private static final String GOAL = "2";

  private final Ledger ledger;
  private final int smallAccounts;
  private final Row smallOne =
      row("match_account_payment, accounts of 10 entries, 1 connection", 1, this::anySmall);
  private final Row largeOne =
      row(
          "match_account_payment, 10,000 entries and 1,000 open claims, 1 connection",
          1,
          _ -> _ -> DebtorAccounts.LARGE);
  private final Row small =
      row("match_account_payment, accounts of 10 entries, 32 connections", SOME, this::anySmall);
  private final Row hot =
      row(
          "match_account_payment, one account of 10 entries, 32 connections",
          SOME,
          _ -> _ -> DebtorAccounts.small(0));
  private final Row large =
      row(
          "match_account_payment, 10,000 entries and 1,000 open claims, 32 connections",
          SOME,
          _ -> _ -> DebtorAccounts.LARGE);
  private String token;

  Matching(Ledger ledger, Scale scale) {
    this.ledger = ledger;
    this.smallAccounts = scale.debtorAccounts();
  }

  /** What each connection posts to. */
  private Row row(
      String name, int connections, Function<Keys.Series, IntFunction<String>> accounts) {
    return new Row(name, Set.of(Part.MATCHING), duration -> match(connections, accounts, duration));
  }

  private IntFunction<String> anySmall(Keys.Series series) {
    // The first of them is the one that many post to at once.
    return n -> DebtorAccounts.small(1 + Loans.anyOf(series, smallAccounts - 1).applyAsInt(n));
  }

  void measure(Scale scale, Progress progress)
      throws IOException, InterruptedException, SQLException {
    token = ledger.tokenFor(DebtorAccounts.TENANT);
    progress.say(
        "Creating %,d debtor accounts of 10 entries and a large one".formatted(smallAccounts));
    DebtorAccounts accounts = new DebtorAccounts(ledger.server().port(), token);
    accounts.createSmall(smallAccounts);
    accounts.createLarge();
    Duration warmUp = scale.warmUp().dividedBy(SHARE_OF_WARM_UP);
    match(SOME, this::anySmall, warmUp);
    match(SOME, _ -> _ -> DebtorAccounts.LARGE, warmUp);
    Row.takeTurns(List.of(smallOne, largeOne, small, hot, large), scale, progress);
  }

  void report(Report report) {
    smallOne.report(report);
    largeOne.report(
        report,
        Verdict.atMost(GOAL, largeOne.quantile(500), smallOne.quantile(500), "x p50 of the small"),
        Verdict.atMost(GOAL, largeOne.quantile(990), smallOne.quantile(990), "x its p99"));
    small.report(report);
    hot.report(report);
    large.report(
        report, Verdict.atLeast("0.5", large.rate(), hot.rate(), "x one account of 10 entries"));
  }

  private Reading match(
      int connections, Function<Keys.Series, IntFunction<String>> accounts, Duration duration)
      throws IOException, InterruptedException, SQLException {
    List<Conversation> conversations =
        Stream.generate(ledger.keys()::next)
            .limit(connections)
            .<Conversation>map(
                series ->
                    new MatchingConversation(
                        DebtorAccounts.TENANT, token, series, accounts.apply(series)))
            .toList();
    return ledger.observe(ledger.ports(false), conversations, duration);
  }
}
