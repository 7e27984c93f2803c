package io.cascadeledger.api.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.LoggerFactory;

/**
 * A broker of Kafka, the real one, in this process: broker and controller in one. Topics are made
 * only by whoever asks for it. What it has is in a folder, so it can be stopped and started again.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final String BROKER = "BROKER";
  private static final String CONTROLLER = "CONTROLLER";

  static {
    // It tells of all that it does; without a server there is nothing that says what is logged.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
  }

  private final int port = freePort();
  private final Properties properties = new Properties();
  private KafkaRaftServer server;

  /** Starts a broker with nothing in it. */
  public KafkaBroker(Path folder) {
    int controller = freePort();
    String listeners =
        "%s://localhost:%d,%s://localhost:%d".formatted(BROKER, port, CONTROLLER, controller);
    Map<String, Object> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@localhost:" + controller);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", BROKER);
    settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("listeners", listeners);
    settings.put("advertised.listeners", "%s://localhost:%d".formatted(BROKER, port));
    settings.put("log.dirs", folder.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    properties.putAll(settings);
    try {
      new Formatter()
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(CONTROLLER)
          .setMetadataLogDirectory(folder.toString())
          .addDirectory(folder.toString())
          .run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    start();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again. */
  public void start() {
    server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    server.startup();
  }

  /** Stops it: connections are refused. */
  public void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Where it listens. */
  public String servers() {
    return "localhost:" + port;
  }

  /** Makes a topic. */
  public void createTopic(String name, int partitions) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that is in a topic now: partition by partition, each in its order. */
  public List<ConsumerRecord<String, String>> read(String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", servers(), "enable.auto.commit", "false");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<ConsumerRecord<String, String>> all = new ArrayList<>();
      consumer
          .partitionsFor(topic)
          .forEach(it -> all.addAll(read(consumer, new TopicPartition(topic, it.partition()))));
      return all;
    }
  }

  private static List<ConsumerRecord<String, String>> read(
      KafkaConsumer<String, String> consumer, TopicPartition partition) {
    List<TopicPartition> one = List.of(partition);
    consumer.assign(one);
    consumer.seekToBeginning(one);
    long end = consumer.endOffsets(one).get(partition);
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    while (consumer.position(partition) < end) {
      consumer.poll(Duration.ofMillis(100)).forEach(found::add);
    }
    return found;
  }

  @Override
  public void close() {
    stop();
  }
}
