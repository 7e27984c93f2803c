package io.cascadeledger.api.batch;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.limits.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import reactor.core.publisher.FluxSink;
import tools.jackson.databind.ObjectWriter;

/** The results on their way to the caller, in pieces worth sending. */
final class ResultStream {

  private static final ObjectWriter JSON = ApiJson.MAPPER.writerFor(PaymentResult.class);
  private static final int PIECE_BYTES = 16_384;

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
      if (current.size() >= PIECE_BYTES) {
        cut();
        send();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sends what there is, although it may be little: nothing more is known at the moment. */
  void flush() {
    lock.lock();
    try {
      cut();
      send();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the stream when all is sent. */
  void end() {
    lock.lock();
    try {
      write(format.end());
      cut();
      ended = true;
      send();
    } finally {
      lock.unlock();
    }
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

  private void send() {
    lock.lock();
    try {
      while (!pieces.isEmpty() && sink.requestedFromDownstream() > 0) {
        byte[] piece = pieces.poll();
        waiting -= piece.length;
        sink.next(buffers.wrap(piece));
      }
      room.signal();
      if (ended && pieces.isEmpty()) {
        sink.complete();
      }
    } finally {
      lock.unlock();
    }
  }
}
