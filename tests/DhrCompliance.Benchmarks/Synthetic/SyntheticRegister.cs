using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Benchmarks.Synthetic;

/// <summary>
/// Registers of any size that look like real ones: reviews since 2011, most of them over, nearly all of them late, with
/// pauses, rounds with the Home Office and actions. The same seed gives the same register.
/// </summary>
public static class SyntheticRegister
{
    private const int CasesAPartnership = 40;

    /// <summary>The rows of a register as of a day, in an order that the ledger takes.</summary>
    public static RegisterRows Make(int cases, int seed, DateOnly today)
    {
        var partnerships = Math.Max(1, cases / CasesAPartnership);
        var rows = new Rows(today);
        for (var i = 0; i < partnerships; i++)
        {
            AddPartnership(rows, i);
        }

        for (var i = 0; i < cases; i++)
        {
            // Each case has its own sequence, so that a larger register begins with the same cases.
            SyntheticCase.Add(rows, new Random(unchecked((seed * 397) ^ i)), i, i % partnerships);
        }

        return rows.ToRegister();
    }

    /// <summary>Writes the rows to a new register in one act, and marks it as a demonstration: it may be swept for any day.</summary>
    public static void Fill(LedgerDatabase ledger, RegisterRows rows)
    {
        using var writer = ledger.Write(new Act("make-register", "synthetic", "synthetic", "1"));
        foreach (var row in rows.Partnerships)
        {
            writer.Append(row);
        }

        foreach (var row in rows.Protocols)
        {
            writer.Append(row);
        }

        foreach (var row in rows.Contacts)
        {
            writer.Append(row);
        }

        foreach (var row in rows.Cases)
        {
            writer.Append(row);
        }

        foreach (var row in rows.Items)
        {
            writer.Append(row);
        }

        foreach (var row in rows.Events)
        {
            writer.Append(row);
        }

        writer.MarkDemo();
        writer.Commit();
    }

    private static void AddPartnership(Rows rows, int number)
    {
        var id = $"borough-{number:d4}";
        rows.Add(new PartnershipRow
        {
            Id = id,
            Name = $"Borough {number} Community Safety Partnership",
            Jurisdiction = number % 12 == 0 ? "wales" : "england",
            KeptSince = number % 4 == 0 ? null : "2019-01-01",
        });
        if (number % 3 == 0)
        {
            rows.Add(new ProtocolRow { Partnership = id, Pack = "three-boroughs", From = "2020-04-01" });
        }

        foreach (var role in new[] { "csp-team", "csp-chair", "csp-board", "csp", "review-chair", "agency-lead", "chief-officer", "home-office" })
        {
            rows.Add(new ContactRow { Partnership = id, Role = role, Email = $"{role}@{id}.example.org" });
        }
    }
}
