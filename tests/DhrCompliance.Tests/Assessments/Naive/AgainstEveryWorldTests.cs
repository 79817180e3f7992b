using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>The assessor beside a second, naive one that tries every date a small case can have.</summary>
public sealed class AgainstEveryWorldTests(ITestOutputHelper output)
{
    private static readonly int Most = Properties.Full ? 4000 : 800;

    private static Gen<Small> Cases(bool exact) => Gen.Choose(0, int.MaxValue - 1).Select(seed => SmallCases.Draw(seed, exact));

    [Fact]
    public void What_is_concluded_is_so_in_every_world() =>
        Properties.Hold(Cases(exact: false), SmallShrinks.Of, small => Holds(new Contradictions(small, Most).Find()), count: 400);

    [Fact]
    public void A_live_case_of_which_everything_is_known_is_concluded_to_the_day() =>
        Properties.Hold(
            Cases(exact: true),
            SmallShrinks.Of,
            small =>
            {
                var contradictions = new Contradictions(small, Most);
                return Holds(contradictions.Find()) && contradictions.AlsoSettled == contradictions.Settled;
            },
            count: 600);

    private bool Holds(IReadOnlyList<string> found)
    {
        foreach (var contradiction in found)
        {
            output.WriteLine(contradiction);
        }

        return found.Count == 0;
    }
}
