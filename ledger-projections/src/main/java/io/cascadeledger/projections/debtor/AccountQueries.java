package io.cascadeledger.projections.debtor;

import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.account.entry.Product;
import io.cascadeledger.eventstore.json.EventJson;
import io.cascadeledger.metadata.Meta;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.Score;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads debtor accounts. */
public final class AccountQueries {

  private static final String ACCOUNT =
      "SELECT * FROM debtor_account WHERE tenant = :tenant AND reference = :account";

  private static final String PARTS =
      """
      SELECT kind, content
        FROM debtor_account_part
       WHERE tenant = :tenant AND account_reference = :account
       ORDER BY position, name
      """;

  private static final String ENTRIES =
      """
      SELECT content
        FROM debtor_account_entry
       WHERE tenant = :tenant AND account_reference = :account
       ORDER BY position
      """;

  private static final String ENTRIES_OF_PAYMENT =
      """
      SELECT e.content
        FROM debtor_payment p
        JOIN debtor_account_entry e USING (tenant, account_reference, match_id)
       WHERE tenant = :tenant AND account_reference = :account AND p.tracking_id = :tracking
         AND coalesce(p.provider_name, '') = :provider
       ORDER BY e.position
      """;

  private static final String OF_DEBTOR =
      """
      SELECT DISTINCT account_reference FROM debtor_account_part
       WHERE tenant = :tenant AND debtor_reference = :debtor
       ORDER BY account_reference
      """;

  private final DatabaseClient database;

  /** Queries on a database. */
  public AccountQueries(DatabaseClient database) {
    this.database = database;
  }

  /** An account with all that belongs to it; empty if there is none of that reference. */
  public Mono<AccountView> account(String tenant, String reference) {
    return withoutEntries(tenant, reference)
        .flatMap(
            account -> entries(of(ENTRIES, tenant, reference)).collectList().map(account::with));
  }

  /** An account with what belongs to it but for its entries; empty if there is none. */
  public Mono<AccountView> withoutEntries(String tenant, String reference) {
    return of(ACCOUNT, tenant, reference)
        .map(AccountQueries::account)
        .one()
        .flatMap(account -> parts(tenant, reference).map(account::with));
  }

  /** The entries of a payment that was matched, by what its provider calls it. */
  public Mono<List<LedgerEntry>> entriesOfPayment(
      String tenant, String account, String provider, String tracking) {
    return entries(
            of(ENTRIES_OF_PAYMENT, tenant, account)
                .bind("provider", provider == null ? "" : provider)
                .bind("tracking", tracking))
        .collectList();
  }

  /** The references of the accounts that have a debtor. */
  public Flux<String> accountsOfDebtor(String tenant, String debtor) {
    return database
        .sql(OF_DEBTOR)
        .bind("tenant", tenant)
        .bind("debtor", debtor)
        .map(row -> row.get(0, String.class))
        .all();
  }

  private DatabaseClient.GenericExecuteSpec of(String sql, String tenant, String account) {
    return database.sql(sql).bind("tenant", tenant).bind("account", account);
  }

  private static Flux<LedgerEntry> entries(DatabaseClient.GenericExecuteSpec query) {
    return query.map(row -> EntryJson.read(row.get("content", String.class))).all();
  }

  private static AccountView account(Readable row) {
    return new AccountView(
        row.get("reference", String.class),
        Currency.getInstance(row.get("currency", String.class)),
        row.get("payment_reference", String.class),
        row.get("portfolio_reference", String.class),
        read(row.get("meta", String.class), Meta.class),
        new AccountView.Parts(List.of(), List.of(), List.of(), List.of()),
        List.of());
  }

  private record Part(String kind, String content) {}

  private Mono<AccountView.Parts> parts(String tenant, String account) {
    return of(PARTS, tenant, account)
        .map(row -> new Part(row.get("kind", String.class), row.get("content", String.class)))
        .all()
        .collectList()
        .map(AccountQueries::parts);
  }

  private static AccountView.Parts parts(List<Part> all) {
    AccountView.Parts parts =
        new AccountView.Parts(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Part part : all) {
      switch (part.kind()) {
        case "score" -> parts.scores().add(read(part.content(), Score.class));
        case "product" -> parts.products().add(read(part.content(), Product.class));
        case "debtor" -> parts.debtors().add(read(part.content(), Debtor.class));
        default -> parts.mandates().add(read(part.content(), Mandate.class));
      }
    }
    return parts;
  }

  private static <T> T read(String json, Class<T> type) {
    return EventJson.mapper().readValue(json, type);
  }
}
