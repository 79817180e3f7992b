using DhrCompliance.Scenarios;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Scenarios;

/// <summary>Which changes of the small set its one scenario notices.</summary>
public sealed class MutationTestTests
{
    private static readonly MutationTest Test = new(
        [.. SmallSet.With("", ""), FilesOf.Text("scenes.yaml", Scene.Good)], Scene.Rulebook(Scene.Good));

    [Theory]
    [InlineData("first/decide", "within", "2 months", MutationFate.Noticed)]
    [InlineData("first/decide", "within", "1 week", MutationFate.Noticed)]
    [InlineData("first/decide", "starts", "decided", MutationFate.Noticed)]
    [InlineData("ladder", "when", "2 days", MutationFate.Noticed)]
    [InlineData("ladder", "when", "13 days", MutationFate.Unnoticed)] // it looks on the last day alone
    [InlineData("ladder", "then", null, MutationFate.Unnoticed)]
    [InlineData("first/write", "promptly", "15 days", MutationFate.Unnoticed)] // two weeks later nobody looks
    [InlineData("first/write", "paused-by", null, MutationFate.Unnoticed)]
    [InlineData("first/write", "for-each", "written", MutationFate.Refused)] // it has no letter
    public void Fate(string of, string key, string? became, MutationFate expected)
    {
        var mutation = Test.Mutations.Single(one => one.Of == of && one.Key == key && one.Became == became);

        Test.Try(mutation).ShouldBe(expected);
    }
}
