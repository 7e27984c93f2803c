package io.cascadeledger.api.operation;

import io.cascadeledger.api.request.Parameter;
import io.cascadeledger.api.request.Parameters;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names in a path's braces. */
final class PathVariables {

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

  private PathVariables() {}

  static Set<String> in(String path) {
    return VARIABLE
        .matcher(path)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<String> of(Parameters parameters) {
    return parameters.all().stream()
        .filter(parameter -> parameter.location() == Parameter.Location.PATH)
        .map(Parameter::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
