namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Makes a value of bytes once and gives the same one again: a register repeats few words, days and addresses very often. Bounded.</summary>
internal sealed class Utf8Cache<T>
{
    private const int LongestKept = 96;
    private const int MostKept = 1 << 16;
    private const int Slots = MostKept * 2;

    private readonly Make make;
    private readonly int[] buckets = new int[Slots];
    private readonly List<Entry> entries = [];

    public Utf8Cache(Make make) => this.make = make;

    public delegate T Make(ReadOnlySpan<byte> bytes);

    public T this[ReadOnlySpan<byte> bytes]
    {
        get
        {
            if (bytes.Length > LongestKept)
            {
                return make(bytes);
            }

            // Seeded per process, so that nobody can write a register whose words all fall into one bucket.
            var hash = default(HashCode);
            hash.AddBytes(bytes);
            var slot = hash.ToHashCode() & (Slots - 1);
            for (var index = buckets[slot] - 1; index >= 0; index = entries[index].Next)
            {
                if (bytes.SequenceEqual(entries[index].Key))
                {
                    return entries[index].Value;
                }
            }

            var value = make(bytes);
            if (entries.Count < MostKept)
            {
                entries.Add(new Entry(bytes.ToArray(), value, buckets[slot] - 1));
                buckets[slot] = entries.Count;
            }

            return value;
        }
    }

    private readonly record struct Entry(byte[] Key, T Value, int Next);
}
