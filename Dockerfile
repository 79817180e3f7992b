# Build:  docker build -t dhr .
# Run:    docker run --detach -v dhr-data:/data -p 127.0.0.1:8080:8080 dhr
# Try:    docker run --rm -v dhr-data:/data dhr demo --out /data/demo
# Other base images (a mirror, a digest, a machine without the registry) go in by --build-arg SDK=... --build-arg RUNTIME=...
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${SDK} AS build
WORKDIR /source
ENV CI=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# What decides the packages comes first, so that a change of code does not fetch them again.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig BannedSymbols.txt ./
COPY src/DhrCompliance/DhrCompliance.csproj src/DhrCompliance/packages*.lock.json src/DhrCompliance/
COPY src/DhrCompliance.Service/DhrCompliance.Service.csproj src/DhrCompliance.Service/packages*.lock.json src/DhrCompliance.Service/
# On x64 the program is translated ahead of time, so that each command starts sooner; elsewhere the runtime translates it as it runs.
RUN if [ "$(uname -m)" = x86_64 ]; then echo --property:RuntimeIdentifier=linux-x64; fi > /runtime \
    && dotnet restore --locked-mode $(cat /runtime) src/DhrCompliance.Service

COPY src/ src/
COPY rules/ rules/
COPY docs/audit.schema.json docs/
COPY appsettings.json ./
RUN dotnet publish --no-restore $(cat /runtime) --configuration Release --output /app src/DhrCompliance.Service

FROM ${RUNTIME}
# tzdata: days are days in Europe/London. libsqlite3-0: a SQLite that is patched with the system is preferred to the bundled one.
# ca-certificates: mail and notice services are spoken to over TLS.
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends ca-certificates libsqlite3-0 tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 dhr \
    && useradd --uid 10001 --gid dhr --home-dir /data --no-create-home --shell /usr/sbin/nologin dhr \
    && install --directory --owner dhr --group dhr --mode 0750 /data \
    && ln -s /app/dhr /usr/local/bin/dhr

# The program, its settings and the rules belong to root: the service can read them and change none of them.
COPY --from=build /app /app

# Secrets are read from /run/secrets when the container runs; none is ever part of the image.
ENV DHR_Ledger__Path=/data/register.db \
    DHR_Post__PickupFolder=/data/outbox \
    DHR_Rules__Pages=/data/rule-pages \
    DHR_Rules__Proposals=/data/proposals \
    DHR_Serve__Health=http://0.0.0.0:8080 \
    DOTNET_EnableDiagnostics=0
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["dhr", "health"]
ENTRYPOINT ["dhr"]
CMD ["serve"]
