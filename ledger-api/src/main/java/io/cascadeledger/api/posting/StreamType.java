package io.cascadeledger.api.posting;

import io.cascadeledger.stream.StreamCommand;
import java.util.function.Function;
import org.axonframework.modelling.command.Repository;

/**
 * A type of streams that handle commands.
 *
 * @param name its name, with which the identifiers of its streams begin
 * @param repository loads its aggregates
 * @param first makes an aggregate out of a command that begins a stream
 * @param <T> what its streams are read as
 */
public record StreamType<T>(
    String name, Repository<T> repository, Function<StreamCommand, T> first) {}
