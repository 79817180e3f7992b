using System.Text.RegularExpressions;

namespace DhrCompliance.Tests.Assessments.Naive;

public sealed class Triage
{
    [Fact]
    public void Look()
    {
        var exact = Environment.GetEnvironmentVariable("TRIAGE") == "exact";
        var count = int.Parse(Environment.GetEnvironmentVariable("TRIAGE_N") ?? "1000", System.Globalization.CultureInfo.InvariantCulture);
        var groups = new Dictionary<string, (int Count, int Size, string Text)>();
        int settled = 0, also = 0;
        for (var seed = 1; seed <= count; seed++)
        {
            var small = SmallCases.Draw(seed, exact);
            var c = new Contradictions(small, 800);
            var found = Get(c, exact);
            settled += c.Settled; also += c.AlsoSettled;
            foreach (var key in found.Select(Key).Distinct())
            {
                var old = groups.GetValueOrDefault(key);
                if (old.Count >= 4) { groups[key] = (old.Count + 1, old.Size, old.Text); continue; }
                var shrunk = Shrink(small, key, exact);
                var cc = new Contradictions(shrunk, 800);
                var text = string.Join("\n", Get(cc, exact).Distinct().Take(4)) + "\n" + shrunk;
                groups[key] = old.Count == 0 || text.Length < old.Size ? (old.Count + 1, text.Length, $"seed {seed}\n" + text) : (old.Count + 1, old.Size, old.Text);
            }
        }
        File.WriteAllText("/tmp/triage.txt", $"settled {settled} also {also}\n\n" + string.Join("\n\n", groups.OrderByDescending(g => g.Value.Count).Select(g => $"=== {g.Value.Count} x {g.Key}\n{g.Value.Text}")));
    }

    private static List<string> Get(Contradictions c, bool exact)
    {
        List<string> found = [.. c.Find()];
        if (exact && c.Settled != c.AlsoSettled) found.Add("not settled");
        return found;
    }

    private static string Key(string text) => Regex.Replace(Regex.Replace(text, @"^\S+ \S+: ", ""), @"[0-9./-]+", "#");

    private static Small Shrink(Small small, string key, bool exact)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var smaller in SmallShrinks.Of(small))
            {
                if (Get(new Contradictions(smaller, 800), exact).Select(Key).Contains(key)) { small = smaller; again = true; break; }
            }
        }
        return small;
    }
}
