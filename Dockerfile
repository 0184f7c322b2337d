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
ENV KNOWLEDGE_DIR=/knowledge DATA_DIR=/data
VOLUME /knowledge /data
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/verbatim"]
