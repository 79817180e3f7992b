namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>A place in the dialogue, of which a script says what happens there.</summary>
/// <param name="Connection">Which connection, from 1. Opening the transport makes one of its own, which never comes to RCPT.</param>
/// <param name="Verb">
/// <c>CONNECT</c> (before the greeting), <c>EHLO</c>, <c>STARTTLS</c>, <c>TLS</c> (the handshake), <c>AUTH</c> (the name),
/// <c>PASSWORD</c>, <c>MAIL</c>, <c>RCPT</c>, <c>DATA</c>, <c>BODY</c> (its first line is read), <c>DOT</c> (its last), <c>RSET</c>, <c>QUIT</c>.
/// </param>
/// <param name="Line">The client's line.</param>
/// <param name="Times">How often this verb came before, over all connections.</param>
internal sealed record Moment(int Connection, string Verb, string Line, int Times);

/// <summary>What the server does instead of what a good one does.</summary>
internal sealed record Reaction
{
    public static Reaction Hang { get; } = new() { Then = After.Hang };

    /// <summary>The connection breaks.</summary>
    public static Reaction Drop { get; } = new() { Then = After.Drop };

    /// <summary>The mail is kept, and the connection breaks before the client is told (at <c>DOT</c>).</summary>
    public static Reaction KeepAndDrop { get; } = new() { Keeps = true, Then = After.Drop };

    /// <summary>The mail is kept, and the client is told nothing (at <c>DOT</c>).</summary>
    public static Reaction KeepAndHang { get; } = new() { Keeps = true, Then = After.Hang };

    /// <summary>Whole lines, without their ends; null: none.</summary>
    public string? Reply { get; init; }

    /// <summary>At <c>DOT</c>: the mail is kept, whatever is said.</summary>
    public bool Keeps { get; init; }

    public TimeSpan Delay { get; init; }

    public After Then { get; init; }

    public static Reaction Say(string reply) => new() { Reply = reply };

    /// <summary>As <c>421</c> wants it: a word, and the connection is closed.</summary>
    public static Reaction SayAndDrop(string reply) => new() { Reply = reply, Then = After.Drop };

    public static Reaction Late(TimeSpan delay) => new() { Delay = delay, Then = After.AsUsual };
}

internal enum After
{
    GoOn,

    Hang,

    Drop,

    /// <summary>As if nothing had been asked for.</summary>
    AsUsual,
}

/// <summary>A mail the server keeps, and therefore answers for.</summary>
internal sealed record ReceivedMail(int Connection, string From, string To, string Raw)
{
    public string MessageId { get; } = Raw.Split("\r\n").First(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))["Message-ID:".Length..].Trim();
}
