FROM rust:1.95-bookworm AS build
WORKDIR /build
COPY Cargo.toml Cargo.lock .env.example ./
COPY assets ./assets
COPY benches ./benches
COPY tools ./tools
COPY src ./src
RUN cargo build --release --locked && mkdir /data

# Has glibc and the certificate authorities, and next to nothing else: no shell, no package manager.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /build/target/release/verbatim /usr/local/bin/verbatim
COPY --from=build --chown=65532:65532 /data /data
COPY knowledge /knowledge
# Only the container itself can reach this address.
ENV KNOWLEDGE_DIR=/knowledge DATA_DIR=/data METRICS_ADDR=127.0.0.1:9464
VOLUME /knowledge /data
USER 65532:65532
# Liveness only: restarting a bot that is waiting for Discord does not help.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["/usr/local/bin/verbatim", "health"]
ENTRYPOINT ["/usr/local/bin/verbatim"]
