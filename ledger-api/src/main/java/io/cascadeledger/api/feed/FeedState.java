package io.cascadeledger.api.feed;

import org.jspecify.annotations.Nullable;

/**
 * How a feed is, as a node sees it.
 *
 * @param own whether it is this node that feeds
 * @param position events up to this one were acknowledged
 * @param failure why the last attempt failed, or what is waited for; null if all is well
 */
public record FeedState(boolean own, long position, @Nullable String failure) {

  /** Before anything was tried. */
  static final FeedState NEW = new FeedState(false, 0, null);

  /** Whether events cannot be handed on. */
  public boolean isFailing() {
    return failure != null;
  }

  FeedState failing(String why) {
    return new FeedState(own, position, why);
  }
}
