using System.Collections.Immutable;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>Mails that have not gone out and tell what is no longer so: none of them does as it is.</summary>
internal static class Mending
{
    /// <summary>Why a mail is discarded whose rest is told in another.</summary>
    public const string Rewritten = "Part of what it says no longer holds; the rest is told in another mail.";

    /// <param name="unsent">What has not gone out.</param>
    /// <param name="withdrawn">Keys whose ground this sweep found lost, which may not be written yet.</param>
    /// <param name="before">What stands.</param>
    /// <returns>The mails that are discarded, with why, and what of them is told anew.</returns>
    /// <remarks>One that is on its way cannot be called back, and whether it arrived must be known: the drain settles it. One that is held is rewritten on its release.</remarks>
    public static (ImmutableArray<(string Id, string Why)> Discarded, ImmutableArray<Retold> Again) Of(
        IEnumerable<CarriedNotices> unsent, HashSet<string> withdrawn, Standing before)
    {
        var discarded = ImmutableArray.CreateBuilder<(string, string)>();
        var partly = new List<(CarriedNotices Mail, ImmutableArray<string> Left)>();
        foreach (var mail in unsent.Where(mail => !mail.Notices.IsEmpty))
        {
            ImmutableArray<string> left = [.. mail.Notices.Where(key => !withdrawn.Contains(key)).Except(mail.Withdrawn, StringComparer.Ordinal)];
            if (left.IsEmpty)
            {
                discarded.Add((mail.Id, Ground.Lost));
            }
            else if (left.Length < mail.Notices.Length && mail.State == DeliveryState.Planned)
            {
                partly.Add((mail, left));
            }
        }

        var again = ImmutableArray.CreateBuilder<Retold>();
        foreach (var (id, retold) in before.Anew(partly))
        {
            if (retold is not null)
            {
                discarded.Add((id, Rewritten));
                again.Add(retold);
            }
        }

        return (discarded.ToImmutable(), again.ToImmutable());
    }
}
