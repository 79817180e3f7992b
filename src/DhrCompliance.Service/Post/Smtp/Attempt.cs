namespace DhrCompliance.Service.Post.Smtp;

/// <summary>How one try to hand a mail over ended.</summary>
/// <param name="Progress">How far it had come.</param>
/// <param name="Code">The code of the server's refusal; null: it accepted the mail, or said nothing.</param>
/// <param name="OfRecipient">The refusal is the recipient's.</param>
/// <param name="Words">What was said, or what broke.</param>
internal sealed record Attempt(BodyProgress Progress, int? Code, bool OfRecipient, string Words)
{
    private const int Closing = 421;

    private const int Permanent = 500;

    /// <summary>A login is wanted, is too weak, is refused, or wants encryption.</summary>
    private static readonly int[] OfLogin = [530, 534, 535, 538];

    public bool IsAccepted { get; private init; }

    /// <summary>The connection may only have been too old: nothing of the mail was sent.</summary>
    public bool MayBeStale => !IsAccepted && Progress == BodyProgress.Unread && Code is null or Closing;

    /// <summary>Whether this may have been no fault of the mail, so that the server should be asked.</summary>
    public bool IsInDoubt => !IsAccepted && Progress == BodyProgress.Unread && (Code is null or Closing || !OfRecipient);

    public static Attempt Accepted(string server, Reply reply) => new(BodyProgress.Ended, null, false, $"accepted by {server}: {reply}") { IsAccepted = true };

    /// <summary>The server said no.</summary>
    public static Attempt Refused(BodyProgress progress, Reply reply, bool ofRecipient = false) => new(progress, reply.Code, ofRecipient, reply.ToString());

    /// <summary>The server said nothing that could be understood.</summary>
    public static Attempt Broken(BodyProgress progress, string words) => new(progress, null, false, ServerWords.Line(words));

    /// <summary>What it is where the server would take a mail, or where the mail had begun.</summary>
    public Handover Outcome() => this switch
    {
        { IsAccepted: true } => new(HandoverOutcome.Accepted, Words),
        { Code: { } code } when OfLogin.Contains(code) => new(HandoverOutcome.Unreachable, $"the mail server's answer to a mail was {Words}; see Post:User and Post:Password"),
        { Code: >= Permanent } => new(HandoverOutcome.Permanent, Words),
        { Code: not null } => new(HandoverOutcome.Temporary, Words),
        { Progress: BodyProgress.Ended } => new(HandoverOutcome.Unknown, $"the whole mail was sent, and no answer came: {Words}"),
        { Progress: BodyProgress.Begun } => new(HandoverOutcome.Temporary, $"the mail was not taken to its end: {Words}"),
        _ => new(HandoverOutcome.Temporary, $"the server answers, and broke off at this mail: {Words}"),
    };
}
