# The builder has OpenSSL's headers, so the system's library is linked and not a vendored copy.
FROM rust:1.95-bookworm AS build
WORKDIR /build
COPY Cargo.toml Cargo.lock ./
COPY src ./src
RUN cargo build --release --locked --no-default-features

# Has glibc, libssl and the certificate authorities, and nothing else: no shell, no package manager.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /build/target/release/verbatim /usr/local/bin/verbatim
COPY knowledge /knowledge
ENV KNOWLEDGE_DIR=/knowledge
VOLUME /knowledge
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/verbatim"]
