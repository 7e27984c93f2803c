package io.cascadeledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

  @TempDir Path folder;

  @Test
  void a_file_is_made_once_and_for_its_owner_alone() throws IOException {
    Path file = folder.resolve("master.key");

    MasterKey made = MasterKey.inFile(file);

    assertThat(MasterKey.inFile(file).text()).isEqualTo(made.text());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryContaining("glob:**/master.key");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void processes_that_start_at_once_have_one_key() {
    Path file = folder.resolve("master.key");

    assertThat(
            IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> idIn(file)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct())
        .hasSize(1);
  }

  private static String idIn(Path file) {
    try {
      return MasterKey.inFile(file).id();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_key_is_read_from_its_text_and_known_by_its_id() {
    MasterKey key = MasterKey.random();

    assertThat(MasterKey.parse(key.text() + "\n").id()).isEqualTo(key.id());
    assertThat(MasterKey.random().id()).isNotEqualTo(key.id());
    assertThat(key.toString()).contains(key.id()).doesNotContain(key.text());
  }

  @Test
  void what_is_no_key_is_refused_without_being_shown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MasterKey.parse("c2VjcmV0"))
        .withMessage("the master key must have 32 bytes, not 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MasterKey.parse("s e c r e t"))
        .withMessage("the master key is not in Base64")
        .withNoCause();
  }
}
