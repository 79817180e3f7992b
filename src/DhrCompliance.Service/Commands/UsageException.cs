namespace DhrCompliance.Service.Commands;

/// <summary>The command was given wrongly; the message says what to type instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
