package io.cascadeledger.api.exchange;

import io.netty.channel.EventLoop;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/**
 * The thread that a request came on and that its answer must be written by. Whoever makes the
 * answer elsewhere keeps a thread of the ledger busy with what is none of its work, and hands each
 * piece of the answer over by itself.
 */
final class ConnectionThread {

  private ConnectionThread() {}

  static Scheduler of(ServerRequest request) {
    HttpServerRequest connection =
        ServerHttpRequestDecorator.getNativeRequest(request.exchange().getRequest());
    EventLoop[] thread = new EventLoop[1];
    connection.withConnection(it -> thread[0] = it.channel().eventLoop());
    return Schedulers.fromExecutor(thread[0]);
  }
}
