package io.cascadeledger.api.server;

import io.cascadeledger.api.account.ChartEndpoints;
import io.cascadeledger.api.bank.BankStatementEndpoints;
import io.cascadeledger.api.bank.ReconciliationEndpoint;
import io.cascadeledger.api.bank.SoundBooks;
import io.cascadeledger.api.books.BooksSettingsEndpoints;
import io.cascadeledger.api.exchange.BusinessClock;
import io.cascadeledger.api.exchange.Reads;
import io.cascadeledger.api.exchange.Writes;
import io.cascadeledger.api.export.ExportEndpoints;
import io.cascadeledger.api.journal.ManualEntryEndpoints;
import io.cascadeledger.api.operation.Endpoint;
import io.cascadeledger.api.period.PeriodEndpoints;
import io.cascadeledger.bank.BankStatement;
import io.cascadeledger.bank.BankStatementHandler;
import io.cascadeledger.journal.chart.ChartHandler;
import io.cascadeledger.journal.chart.TenantChart;
import io.cascadeledger.journal.manual.ManualEntry;
import io.cascadeledger.journal.manual.ManualEntryHandler;
import io.cascadeledger.journal.period.AccountingPeriods;
import io.cascadeledger.journal.period.AccountingPeriodsHandler;
import io.cascadeledger.journal.settings.BooksSettings;
import io.cascadeledger.journal.settings.BooksSettingsHandler;
import io.cascadeledger.projections.balance.BalanceQueries;
import io.cascadeledger.projections.balance.ChartQueries;
import io.cascadeledger.projections.balance.KnownBalances;
import io.cascadeledger.projections.bank.BankQueries;
import io.cascadeledger.projections.control.ControlQueries;
import io.cascadeledger.projections.journal.JournalExportQueries;
import io.cascadeledger.projections.journal.ManualEntryQueries;
import io.cascadeledger.projections.journal.PeriodQueries;
import io.cascadeledger.projections.loan.LoanTapeQueries;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** The books beside the loans: what decides on them, what reads them, and their operations. */
@Configuration(proxyBeanMethods = false)
class BooksWiring {

  @Bean
  ConfigurerModule books() {
    return configurer ->
        configurer
            .configureAggregate(AggregateConfigurer.defaultConfiguration(ManualEntry.class))
            .configureAggregate(AggregateConfigurer.defaultConfiguration(TenantChart.class))
            .configureAggregate(AggregateConfigurer.defaultConfiguration(BooksSettings.class))
            .configureAggregate(AggregateConfigurer.defaultConfiguration(BankStatement.class))
            .configureAggregate(AggregateConfigurer.defaultConfiguration(AccountingPeriods.class))
            .registerCommandHandler(
                it ->
                    new ManualEntryHandler(
                        it.repository(ManualEntry.class),
                        it.repository(TenantChart.class),
                        it.repository(BooksSettings.class)))
            .registerCommandHandler(it -> new ChartHandler(it.repository(TenantChart.class)))
            .registerCommandHandler(
                it -> new BooksSettingsHandler(it.repository(BooksSettings.class)))
            .registerCommandHandler(
                it ->
                    new AccountingPeriodsHandler(
                        it.repository(AccountingPeriods.class), it.repository(BooksSettings.class)))
            .registerCommandHandler(
                it -> new BankStatementHandler(it.repository(BankStatement.class)));
  }

  @Bean
  ManualEntryQueries manualEntryQueries(DatabaseClient queries) {
    return new ManualEntryQueries(queries);
  }

  @Bean
  ChartQueries chartQueries(DatabaseClient queries) {
    return new ChartQueries(queries);
  }

  @Bean
  JournalExportQueries journalExportQueries(DatabaseClient queries) {
    return new JournalExportQueries(queries);
  }

  @Bean
  LoanTapeQueries loanTapeQueries(DatabaseClient queries) {
    return new LoanTapeQueries(queries);
  }

  @Bean
  BankQueries bankQueries(DatabaseClient queries) {
    return new BankQueries(queries);
  }

  @Bean
  ControlQueries controlQueries(DatabaseClient queries) {
    return new ControlQueries(queries);
  }

  @Bean
  PeriodQueries periodQueries(DatabaseClient queries) {
    return new PeriodQueries(queries);
  }

  @Bean
  SoundBooks soundBooks(ControlQueries control) {
    return new SoundBooks(control);
  }

  @Bean
  PeriodEndpoints periodEndpoints(
      Writes writes,
      Reads reads,
      BusinessClock clock,
      SoundBooks sound,
      PeriodQueries periods,
      BalanceQueries balances) {
    return new PeriodEndpoints(writes, reads, clock, sound, periods, balances);
  }

  /** The operations on the books, in the order in which a newcomer meets them. */
  record BooksEndpoints(List<Endpoint> list) {}

  @Bean
  BooksEndpoints booksEndpoints(
      Writes writes,
      Reads reads,
      BusinessClock clock,
      ManualEntryQueries entries,
      ChartQueries charts,
      BankQueries bank,
      ControlQueries control,
      SoundBooks sound,
      PeriodEndpoints periods,
      JournalExportQueries journal,
      BalanceQueries balances,
      KnownBalances known,
      LoanTapeQueries loans) {
    List<Endpoint> reconciliation =
        List.of(new ReconciliationEndpoint(reads, clock, charts, control, sound, bank));
    return new BooksEndpoints(
        Stream.of(
                ManualEntryEndpoints.all(writes, reads, entries),
                ChartEndpoints.all(writes, reads, charts),
                BooksSettingsEndpoints.all(writes, reads, entries),
                BankStatementEndpoints.all(writes, reads, bank),
                reconciliation,
                periods.all(),
                ExportEndpoints.all(reads, clock, charts, journal, balances, known, loans))
            .flatMap(List::stream)
            .toList());
  }
}
