using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Commands.Serving.Intaking;

/// <summary>
/// Tells what was refused of what was handed in: whoever has the mail of the week of the partnership that it is about, or, where that cannot be told or nobody can be
/// written to, the operator. By places and what was expected alone; what stands there is in the answer beside the file.
/// </summary>
/// <param name="terms">Who may be written to.</param>
/// <param name="to">Tells the person at an address.</param>
/// <param name="tellOperator">Tells the operator.</param>
/// <param name="clock">The clock.</param>
internal sealed class IntakePost(PostTerms terms, Action<string, OperatorNews> to, Action<OperatorNews> tellOperator, TimeProvider clock)
{
    /// <summary>What each mail ends with.</summary>
    public const string Closing = "This is told once.";

    private const string Kind = "intake";

    // Whoever could not be told is told with the next round; after this it has been in the folder for long enough.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(3);

    private readonly HashSet<(string, string)> _told = [];

    /// <summary>Has it told, once.</summary>
    public void Tell(LedgerDatabase ledger, CompiledRulebook compiled)
    {
        var now = clock.GetUtcNow();
        foreach (var row in ledger.RefusedIntakes(now - Recent))
        {
            var addresses = Addresses(row.Partnership, ledger, compiled, Instants.LondonDay(now));
            foreach (var address in addresses.DefaultIfEmpty(""))
            {
                var news = Of(row, address);
                if (!_told.Add((row.Unit, address)))
                {
                    continue;
                }

                if (address.Length == 0)
                {
                    tellOperator(news);
                }
                else
                {
                    to(address, news);
                }
            }
        }
    }

    /// <summary>Has it told that something lies there and is not taken.</summary>
    public void Stuck(IntakeStanding standing, DateTimeOffset now)
    {
        if (IntakeFindings.Trouble(standing, now) is { } trouble)
        {
            // The same for what is the same trouble, however often it is looked at; after a sweep it is news again.
            var about = standing.Fault ?? (standing.WaitingSince is { } since && now - since > IntakeFindings.Patience ? Instants.Write(since) : "left");
            tellOperator(new OperatorNews(Kind, about, "something in the intake folder is not taken", trouble));
        }
    }

    private IReadOnlyList<string> Addresses(string partnership, LedgerDatabase ledger, CompiledRulebook compiled, DateOnly day)
    {
        var contacts = Outbox.Book(ledger.Contacts(), compiled.Names);
        return partnership.Length == 0 ? [] :
        [
            .. (compiled.Rulebook.Post?.Weekly?.To ?? [])
                .SelectMany(role => Recipients.Of(role, new Concern(partnership, [partnership], []), contacts, day).Addresses)
                .Where(terms.IsAllowed).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static OperatorNews Of(IntakeRow row, string address) => new(
        Kind,
        $"{row.Unit} {address}",
        $"{Recorded.Counted(row.Refused, "mistake")} in what was handed in on {Invocation.Text(Instants.LondonDay(row.At))}",
        $"""
        What was put into the intake folder and read on {Instants.LondonText(row.At)} (London) was {(row.Made == 0 ? "not imported" : $"imported in part: {Recorded.Counted(row.Made, "thing")} went in, and what follows did not")}.

        {row.Detail}

        It lies in the intake folder in {IntakeFolder.Refused}/{row.Unit}, and beside it in answer/ a report with what stood there, and of a workbook a copy whose wrong cells are marked. Mend that copy, or your own file, and put it into the folder again: what was imported already changes nothing.
        """)
    {
        AgainAfterSweep = false,
    };
}
