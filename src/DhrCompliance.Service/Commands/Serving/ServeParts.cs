using DhrCompliance.Service.Commands.Serving.Health;
using DhrCompliance.Service.Sweeps.Scheduling;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Commands.Serving;

/// <summary>What the host runs.</summary>
internal sealed record ServeParts(
    ILoggerFactory Loggers, ServeState State, SweepRound Sweeps, PostRound Post, Errands Errands, HealthDesk Desk, HealthWatch Watch);
