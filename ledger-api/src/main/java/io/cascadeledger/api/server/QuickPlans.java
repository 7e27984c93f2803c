package io.cascadeledger.api.server;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Connections for queries of milliseconds. PostgreSQL compiles a query that it expects to be long,
 * which takes it 50 milliseconds and more; ours are short where it has to guess how many days there
 * are. A setting of the session, because poolers refuse it at the start of a connection.
 *
 * @param factory makes the connections
 */
record QuickPlans(ConnectionFactory factory) implements ConnectionFactory {

  @Override
  public Mono<Connection> create() {
    return Mono.from(factory.create())
        .flatMap(
            connection ->
                Flux.from(connection.createStatement("SET jit = off").execute())
                    .flatMap(Result::getRowsUpdated)
                    .then(Mono.<Connection>just(connection))
                    .onErrorResume(
                        failure -> Mono.from(connection.close()).then(Mono.error(failure))));
  }

  @Override
  public ConnectionFactoryMetadata getMetadata() {
    return factory.getMetadata();
  }
}
