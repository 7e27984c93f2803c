package io.cascadeledger.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MemoryTest {

  @Test
  void what_a_heap_has_in_use_is_the_sum_of_its_generations() throws IOException {
    String info =
        """
        13826:
        PSYoungGen      total 113152K, used 33196K [0x0000000782700000, 0x000000078a500000)
         eden space 97280K, 34% used [0x0000000782700000,0x000000078476b1c8,0x0000000788600000)
        ParOldGen       total 258048K, used 1084K [0x0000000687400000, 0x0000000697000000)
         object space 258048K, 0% used [0x0000000687400000,0x000000068750f298)
        """;

    assertThat(Memory.used(info)).isEqualTo(33_196 + 1_084);
  }

  @Test
  void a_jvm_that_does_not_say_is_no_measure() {
    assertThatThrownBy(() -> Memory.used("13826:\nCommand executed successfully\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("heap");
  }
}
