package io.cascadeledger.bench.process;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is left to do if the program is interrupted, last thing first: servers that are processes of
 * their own would go on.
 */
public final class AtExit {

  private static final Deque<Runnable> LEFT = new ArrayDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtExit::run));
  }

  private AtExit() {}

  /** Something is to be done at the latest when the program ends. */
  public static void add(Runnable task) {
    synchronized (LEFT) {
      LEFT.push(task);
    }
  }

  /** It has been done. */
  public static void remove(Runnable task) {
    synchronized (LEFT) {
      LEFT.remove(task);
    }
  }

  private static void run() {
    synchronized (LEFT) {
      while (!LEFT.isEmpty()) {
        LEFT.pop().run();
      }
    }
  }
}
