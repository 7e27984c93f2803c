FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
# The commit the image is built from; the build context has no git history to ask.
ARG GIT_SHA=unknown
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -DskipTests -Dspotless.check.skip -Dgit.sha="$GIT_SHA" -pl ledger-api -am package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin ledger \
    && install -d -o ledger -g ledger -m 0700 /var/lib/ledger
COPY --from=build /src/ledger-api/target/ledger/ /opt/ledger/
COPY ledger.jvmoptions /opt/ledger/
RUN install -d -o ledger -g ledger /opt/ledger/cache
USER ledger
# What the JVM remembers of a busy run, for a quick start. It must be this JVM, not that of the build.
RUN java @/opt/ledger/ledger.jvmoptions -XX:AOTCacheOutput=/opt/ledger/cache/ledger.aot \
      -jar /opt/ledger/ledger.jar demo --exit --practice 15000 --port 0 --data /tmp/demo \
      || echo "no start-up cache; the server starts as it would without" >&2; \
    rm -rf /tmp/demo
# Where the embedded database lives if LEDGER_DATABASE_URL names no other.
ENV LEDGER_DATA=/var/lib/ledger
VOLUME /var/lib/ledger
EXPOSE 8080
ENTRYPOINT ["java", "@/opt/ledger/ledger.jvmoptions", "-XX:AOTCache=/opt/ledger/cache/ledger.aot", \
  "-jar", "/opt/ledger/ledger.jar"]
CMD ["run"]
