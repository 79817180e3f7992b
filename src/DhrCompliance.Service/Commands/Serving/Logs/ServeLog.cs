using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Commands.Serving.Logs;

/// <summary>
/// Everything that the service logs. The numbers are a contract (docs/operating.md): one that is no longer used is not given again. References,
/// ids of deliveries, counts and codes only: no name, address, path, note or word of a server.
/// </summary>
internal static partial class ServeLog
{
    public const string Category = "DhrCompliance.Service";

    [LoggerMessage(1000, LogLevel.Information, "dhr {Version} has started: it says how it is at {Health}, sweeps now, and next at {NextSweep} (London).")]
    public static partial void Started(this ILogger log, string version, string health, string nextSweep);

    [LoggerMessage(1001, LogLevel.Information, "Asked to stop.")]
    public static partial void Stopping(this ILogger log);

    [LoggerMessage(1002, LogLevel.Information, "Stopped. What was finished stands; nothing is half written.")]
    public static partial void Stopped(this ILogger log);

    [LoggerMessage(1003, LogLevel.Warning, "What was to be told to somebody outside failed: {Fault}")]
    public static partial void ErrandFailed(this ILogger log, string fault);

    [LoggerMessage(2000, LogLevel.Information, "Swept for {Day} in {Milliseconds} ms (every case: {IsFull}): {Assessed} cases assessed, {Failed} failed, {Notices} notices and {Mails} mails planned.")]
    public static partial void SweepFinished(this ILogger log, string day, bool isFull, int assessed, int failed, int notices, int mails, long milliseconds);

    [LoggerMessage(2001, LogLevel.Error, "The sweep for {Day} failed, attempt {Attempt} in a row ({Kind}): {Reason} It is tried again.")]
    public static partial void SweepFailed(this ILogger log, string day, int attempt, string kind, string reason);

    [LoggerMessage(2002, LogLevel.Warning, "The case {Reference} could not be assessed: 'dhr run' says why.")]
    public static partial void CaseFailed(this ILogger log, string reference);

    [LoggerMessage(2003, LogLevel.Warning, "That the sweep failed could not be recorded in the register ({Fault}).")]
    public static partial void FailureNotRecorded(this ILogger log, string fault);

    [LoggerMessage(2004, LogLevel.Information, "Rules {Hash}: {Step}.")]
    public static partial void RulebookStep(this ILogger log, string step, string hash);

    [LoggerMessage(2005, LogLevel.Warning, "Changed rules could not be looked after ({Fault}); the next look tries again.")]
    public static partial void RulesNotLookedAt(this ILogger log, string fault);

    [LoggerMessage(3000, LogLevel.Information, "Post: {Accepted} mails accepted, {Deferred} refused for now, {Failed} failed, {Unknown} in doubt, in {Milliseconds} ms.")]
    public static partial void PostSent(this ILogger log, int accepted, int deferred, int failed, int unknown, long milliseconds);

    [LoggerMessage(3001, LogLevel.Information, "Delivery {Delivery} was refused for now (code {Code}); tried again after {NextAttempt}.")]
    public static partial void DeliveryDeferred(this ILogger log, string delivery, string? code, string nextAttempt);

    [LoggerMessage(3002, LogLevel.Warning, "Delivery {Delivery} failed (code {Code}): 'dhr outbox show {Delivery}' tells the server's words.")]
    public static partial void DeliveryFailed(this ILogger log, string delivery, string? code);

    [LoggerMessage(3003, LogLevel.Warning, "Delivery {Delivery} may have arrived or not (code {Code}): 'dhr outbox show {Delivery}' tells what is known.")]
    public static partial void DeliveryUnknown(this ILogger log, string delivery, string? code);

    [LoggerMessage(3004, LogLevel.Warning, "No mail can leave, since {Since}; tried again by itself. 'dhr doctor' says what to mend.")]
    public static partial void PostDown(this ILogger log, string since);

    [LoggerMessage(3005, LogLevel.Information, "Mails can leave again; they could not since {Since}.")]
    public static partial void PostUp(this ILogger log, string since);

    [LoggerMessage(3006, LogLevel.Information, "What waits is sent by another process, which has claimed the post.")]
    public static partial void PostLeftToAnother(this ILogger log);

    [LoggerMessage(3007, LogLevel.Information, "The operator was told ({Kind}).")]
    public static partial void OperatorTold(this ILogger log, string kind);

    [LoggerMessage(3008, LogLevel.Warning, "The operator could not be told ({Kind}); tried again with the next occasion.")]
    public static partial void OperatorNotTold(this ILogger log, string kind);

    [LoggerMessage(4000, LogLevel.Information, "Health: {Status}; not well: {Findings}.")]
    public static partial void HealthChanged(this ILogger log, string status, string findings);

    [LoggerMessage(4001, LogLevel.Warning, "How the service is could not be looked up: {Fault}")]
    public static partial void HealthNotKnown(this ILogger log, string fault);

    [LoggerMessage(4002, LogLevel.Information, "The address of Serve:Ping was called.")]
    public static partial void Pinged(this ILogger log);

    [LoggerMessage(4003, LogLevel.Warning, "The address of Serve:Ping {Trouble}.")]
    public static partial void NotPinged(this ILogger log, string trouble);

    [LoggerMessage(5000, LogLevel.Information, "Sites written: {Count}.")]
    public static partial void SitesWritten(this ILogger log, int count);

    [LoggerMessage(5001, LogLevel.Warning, "The sites could not be written ({Kind}); those of before stand.")]
    public static partial void SitesNotWritten(this ILogger log, string kind);

    [LoggerMessage(6000, LogLevel.Information, "Intake {Unit}: {Made} things imported, {Refused} mistakes.")]
    public static partial void IntakeTaken(this ILogger log, string unit, int made, int refused);

    [LoggerMessage(6001, LogLevel.Warning, "Intake {Unit} could not be taken or put away ({Kind}); the next look tries again.")]
    public static partial void IntakeNotTaken(this ILogger log, string unit, string kind);

    [LoggerMessage(6002, LogLevel.Warning, "The intake folder could not be looked after ({Kind}); the next look tries again.")]
    public static partial void IntakeNotLookedAt(this ILogger log, string kind);
}
