package io.cascadeledger.eventstore.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

  /** The leaves with which implementations of Certificate Transparency are tested. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  /** The roots of the first none, one, two ... of them, as those tests have them. */
  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static List<byte[]> leaves(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> MerkleHash.leaf(new byte[] {(byte) i, (byte) (i >> 8)}))
        .toList();
  }

  /** The definition of RFC 9162, section 2.1.1, without any thought of speed. */
  private static byte[] definition(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return MerkleHash.empty();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int middle = Integer.highestOneBit(leaves.size() - 1);
    return MerkleHash.node(
        definition(leaves.subList(0, middle)), definition(leaves.subList(middle, leaves.size())));
  }

  private static TreeNodes nodes(List<byte[]> leaves) {
    return (height, index) ->
        definition(leaves.subList((int) (index << height), (int) ((index + 1) << height)));
  }

  @Test
  void the_roots_are_those_of_certificate_transparency() {
    List<byte[]> leaves = LEAVES.stream().map(leaf -> MerkleHash.leaf(hex(leaf))).toList();
    MerkleTree tree = new MerkleTree(nodes(leaves));
    GrowingRoot growing = new GrowingRoot();

    for (int size = 0; size <= leaves.size(); size++) {
      assertThat(tree.root(size)).isEqualTo(hex(ROOTS.get(size)));
      assertThat(growing.root()).isEqualTo(hex(ROOTS.get(size)));
      if (size < leaves.size()) {
        growing.add(leaves.get(size));
      }
    }
  }

  @Test
  void proofs_are_those_of_certificate_transparency() {
    List<byte[]> leaves = LEAVES.stream().map(leaf -> MerkleHash.leaf(hex(leaf))).toList();
    MerkleTree tree = new MerkleTree(nodes(leaves));

    assertThat(tree.inclusion(0, 1)).isEmpty();
    assertThat(digits(tree.inclusion(0, 8)))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(digits(tree.inclusion(5, 8)))
        .containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(digits(tree.consistency(6, 8)))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(tree.consistency(8, 8)).isEmpty();
  }

  private static List<String> digits(List<byte[]> hashes) {
    return hashes.stream().map(HexFormat.of()::formatHex).toList();
  }

  @Test
  void in_every_small_tree_every_proof_holds_and_no_other_does() {
    int most = 40;
    List<byte[]> leaves = leaves(most);
    MerkleTree tree = new MerkleTree(nodes(leaves));
    for (int size = 1; size <= most; size++) {
      byte[] root = definition(leaves.subList(0, size));
      assertThat(tree.root(size)).isEqualTo(root);
      for (int leaf = 0; leaf < size; leaf++) {
        List<byte[]> path = tree.inclusion(leaf, size);
        for (int other = 0; other < size; other++) {
          assertThat(MerkleProof.includes(leaves.get(leaf), other, size, path, root))
              .isEqualTo(other == leaf);
          assertThat(MerkleProof.includes(leaves.get(other), leaf, size, path, root))
              .isEqualTo(other == leaf);
        }
      }
      for (int earlier = 1; earlier <= size; earlier++) {
        byte[] before = definition(leaves.subList(0, earlier));
        List<byte[]> proof = tree.consistency(earlier, size);
        assertThat(MerkleProof.isConsistent(earlier, before, size, root, proof)).isTrue();
        assertThat(MerkleProof.isConsistent(earlier, leaves.get(3), size, root, proof)).isFalse();
        assertThat(MerkleProof.isConsistent(earlier, before, size, leaves.get(3), proof)).isFalse();
      }
    }
  }

  @Test
  void a_proof_with_any_hash_changed_or_left_out_does_not_hold() {
    List<byte[]> leaves = leaves(23);
    MerkleTree tree = new MerkleTree(nodes(leaves));
    byte[] root = tree.root(23);
    List<byte[]> path = tree.inclusion(11, 23);
    List<byte[]> proof = tree.consistency(11, 23);

    for (int i = 0; i < path.size(); i++) {
      assertThat(MerkleProof.includes(leaves.get(11), 11, 23, changed(path, i), root)).isFalse();
      assertThat(MerkleProof.includes(leaves.get(11), 11, 23, without(path, i), root)).isFalse();
    }
    for (int i = 0; i < proof.size(); i++) {
      assertThat(MerkleProof.isConsistent(11, tree.root(11), 23, root, changed(proof, i)))
          .isFalse();
      assertThat(MerkleProof.isConsistent(11, tree.root(11), 23, root, without(proof, i)))
          .isFalse();
    }
  }

  private static List<byte[]> changed(List<byte[]> hashes, int index) {
    List<byte[]> changed = new ArrayList<>(hashes);
    byte[] other = hashes.get(index).clone();
    other[7] ^= 1;
    changed.set(index, other);
    return changed;
  }

  private static List<byte[]> without(List<byte[]> hashes, int index) {
    List<byte[]> fewer = new ArrayList<>(hashes);
    fewer.remove(index);
    return fewer;
  }

  @Test
  void tiles_that_grew_in_any_steps_give_every_node_of_every_earlier_tree() {
    Map<GrowingTiles.Place, byte[]> kept = new TreeMap<>();
    Tiles.Store store = (level, index) -> kept.get(new GrowingTiles.Place(level, index));
    int most = 66_000; // a tile of the third level
    GrowingRoot growing = new GrowingRoot();
    Map<Integer, byte[]> roots = new TreeMap<>();
    int size = 0;
    for (int step : new int[] {1, 254, 1, 1, 255, 1_000, 64_024, 3, 461}) {
      GrowingTiles tiles = new GrowingTiles(store, size);
      for (int i = 0; i < step; i++) {
        byte[] leaf = MerkleHash.leaf(Integer.toString(size + i).getBytes(StandardCharsets.UTF_8));
        tiles.add(leaf);
        growing.add(leaf);
      }
      size += step;
      roots.put(size, growing.root());
      kept.putAll(tiles.changed());
      MerkleTree tree = new MerkleTree(new Tiles(store));
      roots.forEach((earlier, root) -> assertThat(tree.root(earlier)).isEqualTo(root));
    }

    assertThat(size).isEqualTo(most);
    assertThat(kept.keySet()).extracting(GrowingTiles.Place::level).contains(2);
    MerkleTree tree = new MerkleTree(new Tiles(store));
    byte[] leaf = new Tiles(store).hash(0, 40_000);
    assertThat(
            MerkleProof.includes(leaf, 40_000, most, tree.inclusion(40_000, most), growing.root()))
        .isTrue();
    assertThatThrownBy(() -> new Tiles(store).hash(0, most))
        .hasMessageContaining("there is no node 66000 at height 0");
  }
}
