package io.cascadeledger.api.server;

import io.cascadeledger.sealing.DataSubjects;
import io.cascadeledger.sealing.MasterKey;
import io.cascadeledger.sealing.NoMasterKeyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/** The keys that personal data is sealed with. A server that keeps none needs no master key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealingSettings.class)
class SealingWiring {

  private static final String FILE = "master.key";

  @Bean
  DataSubjects dataSubjects(
      DataSource dataSource,
      Clock clock,
      Database database,
      LedgerSettings settings,
      SealingSettings sealing) {
    Supplier<MasterKey> masterKey =
        SingletonSupplier.of(() -> masterKey(database, settings, sealing));
    return new DataSubjects(dataSource, masterKey, clock);
  }

  private static MasterKey masterKey(
      Database database, LedgerSettings settings, SealingSettings sealing) {
    if (StringUtils.hasText(sealing.masterKey())) {
      return MasterKey.parse(sealing.masterKey());
    }
    if (database.embedded() == null) {
      throw new NoMasterKeyException(
          "there is no master key for personal data: set LEDGER_MASTER_KEY");
    }
    try {
      return MasterKey.inFile(settings.data().resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException("the master key cannot be kept in " + settings.data(), e);
    }
  }
}
