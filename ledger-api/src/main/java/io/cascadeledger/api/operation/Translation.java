package io.cascadeledger.api.operation;

import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;

/**
 * Another form that a request's body may have, besides JSON.
 *
 * @param type the form's type
 * @param bytes how many bytes it may have
 * @param example an example, for the description
 * @param toJson makes the JSON that says the same; throws {@link
 *     io.cascadeledger.api.request.InvalidRequest} if the body is not of the form
 */
public record Translation(
    MediaType type, int bytes, String example, UnaryOperator<byte[]> toJson) {}
