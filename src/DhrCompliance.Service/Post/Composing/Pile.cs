using System.Collections.Immutable;
using DhrCompliance.Escalations.Wording;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>Everything that is new for one person. However much it is, only what is told in full keeps all its words.</summary>
internal sealed class Pile(string address, Func<string, string> nameOf)
{
    private const int Slack = 2 * DigestWriter.InFull;

    private readonly List<(DigestEntry Entry, Parcel Parcel)> _full = [];
    private readonly List<(DigestEntry Entry, Parcel Parcel)> _short = [];

    /// <summary>As it was written first.</summary>
    public string Address => address;

    /// <summary>Whether anything of it is enough for a mail.</summary>
    public bool MakesMail { get; private set; }

    public void Add(Parcel parcel)
    {
        MakesMail |= parcel.Entry.Gravity.MakesMail;
        _full.Add((new DigestEntry(nameOf(parcel.Partnership), parcel.Entry), parcel));
        if (_full.Count > Slack)
        {
            Shorten();
        }
    }

    /// <summary>In the order in which it is told. What is told anew and what is new about the same are one.</summary>
    public ImmutableArray<(DigestEntry Entry, Parcel Parcel)> InOrder()
    {
        Shorten();
        var parcels = _full.Concat(_short)
            .GroupBy(one => (one.Parcel.Entry.Reference, one.Parcel.Entry.Duty, one.Parcel.Entry.Instance, one.Parcel.Entry.Gravity.Kind))
            .Select(one => one.First().Parcel with { Keys = [.. one.SelectMany(parcel => parcel.Parcel.Keys).Distinct(StringComparer.Ordinal)] })
            .ToDictionary(parcel => parcel.Entry);
        return
        [
            .. DigestWriter.InOrder(parcels.Values.Select(parcel => new DigestEntry(nameOf(parcel.Partnership), parcel.Entry)))
                .Select(entry => (entry, parcels[entry.Entry])),
        ];
    }

    private void Shorten()
    {
        if (_full.Count <= DigestWriter.InFull)
        {
            return;
        }

        _full.Sort((one, other) => DigestWriter.Gravest.Compare(one.Entry, other.Entry));
        foreach (var (entry, parcel) in _full.Skip(DigestWriter.InFull))
        {
            var brief = parcel.Entry.Shortened();
            _short.Add((entry with { Entry = brief }, parcel with { Entry = brief }));
        }

        _full.RemoveRange(DigestWriter.InFull, _full.Count - DigestWriter.InFull);
    }
}
