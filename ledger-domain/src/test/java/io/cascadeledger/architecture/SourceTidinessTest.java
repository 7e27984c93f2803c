package io.cascadeledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SourceTidinessTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");
  private static final int FILE_LINES = 250;
  private static final int METHOD_LINES = 40;

  /** Put together from halves, so that this file does not find itself. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void a_file_is_short_and_finished(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSizeLessThanOrEqualTo(FILE_LINES);
    assertThat(lines).noneMatch(line -> UNFINISHED.matcher(line).find());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mainSources")
  void a_method_of_the_domain_is_short(Path file) throws IOException {
    assertThat(methodLines(file)).allMatch(length -> length <= METHOD_LINES);
  }

  @Test
  void long_methods_are_noticed() throws IOException {
    assertThat(mainSources().map(SourceTidinessTest::methodLines))
        .anyMatch(lengths -> lengths.stream().anyMatch(length -> length > METHOD_LINES / 2));
  }

  static Stream<Path> sources() throws IOException {
    return Stream.concat(javaFiles(MAIN), javaFiles(TEST));
  }

  static Stream<Path> mainSources() throws IOException {
    return javaFiles(MAIN);
  }

  private static Stream<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    }
  }

  private static List<Long> methodLines(Path file) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var sources = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(null, sources, null, null, null, sources.getJavaFileObjects(file));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<Long> lengths = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitMethod(MethodTree method, Void nothing) {
            lengths.add(
                1
                    + unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method))
                    - unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method)));
            return super.visitMethod(method, null);
          }
        }.scan(unit, null);
      }
      return lengths;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
