package io.cascadeledger.api.batch;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.limits.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import reactor.core.publisher.FluxSink;
import tools.jackson.databind.ObjectWriter;

/**
 * The results on their way to the caller, in pieces worth sending. What is sent is handed over
 * without the lock: whoever takes it may hold a lock of its own, under which it also asks for more.
 */
final class ResultStream {

  private static final ObjectWriter JSON = ApiJson.MAPPER.writerFor(PaymentResult.class);
  private static final int PIECE_BYTES = 16_384;

  /** Stands behind the last piece; no piece is empty. */
  private static final byte[] END = new byte[0];

  private final BatchFormat format;
  private final FluxSink<DataBuffer> sink;
  private final DataBufferFactory buffers;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Deque<byte[]> pieces = new ArrayDeque<>();
  private final ByteArrayOutputStream current = new ByteArrayOutputStream(2 * PIECE_BYTES);
  private int waiting;
  private boolean begun;
  private boolean ended;
  private boolean cancelled;
  private boolean sending;

  ResultStream(BatchFormat format, FluxSink<DataBuffer> sink, DataBufferFactory buffers) {
    this.format = format;
    this.sink = sink;
    this.buffers = buffers;
    write(format.begin());
    sink.onRequest(_ -> send());
  }

  /** Adds a result; waits while too much is waiting for a caller that does not read. */
  void add(PaymentResult result) throws InterruptedException {
    lock.lock();
    try {
      while (waiting > Limits.BATCH_RESULT_BYTES && !cancelled) {
        room.await();
      }
      if (cancelled) {
        return;
      }
      if (begun) {
        write(format.between());
      }
      begun = true;
      JSON.writeValue(current, result);
      write(format.after());
      if (current.size() < PIECE_BYTES) {
        return;
      }
      cut();
    } finally {
      lock.unlock();
    }
    send();
  }

  /** Sends what there is, although it may be little: nothing more is known at the moment. */
  void flush() {
    lock.lock();
    try {
      cut();
    } finally {
      lock.unlock();
    }
    send();
  }

  /** Ends the stream when all is sent. */
  void end() {
    lock.lock();
    try {
      write(format.end());
      cut();
      ended = true;
    } finally {
      lock.unlock();
    }
    send();
  }

  /** Forgets everything: the caller is gone. */
  void cancel() {
    lock.lock();
    try {
      cancelled = true;
      pieces.clear();
      current.reset();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void write(String text) {
    current.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void cut() {
    if (current.size() > 0 && !cancelled) {
      byte[] piece = current.toByteArray();
      current.reset();
      pieces.add(piece);
      waiting += piece.length;
    }
  }

  /** Sends what is wanted of what there is; one thread does, also what comes meanwhile. */
  private void send() {
    lock.lock();
    try {
      if (sending) {
        return;
      }
      sending = true;
    } finally {
      lock.unlock();
    }
    for (byte[] piece = next(); piece != null; piece = next()) {
      if (piece.length == 0) {
        sink.complete();
      } else {
        sink.next(buffers.wrap(piece));
      }
    }
  }

  /** The next piece to send; null if there is nothing to send any more, and nobody sends. */
  private byte @Nullable [] next() {
    lock.lock();
    try {
      byte[] piece = null;
      if (!pieces.isEmpty() && sink.requestedFromDownstream() > 0) {
        piece = pieces.poll();
        waiting -= piece.length;
        room.signal();
      } else if (ended && pieces.isEmpty()) {
        ended = false;
        piece = END;
      }
      sending = piece != null;
      return piece;
    } finally {
      lock.unlock();
    }
  }
}
